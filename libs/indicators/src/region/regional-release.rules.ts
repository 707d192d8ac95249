import type { Measure } from '../definition/definition.js';
import type { ComputedFigure } from '../engine/figures.rules.js';
import type { Numbers } from '../engine/numbers.rules.js';

/** What the pacts of a region have published under one key, taken together. */
export interface PublishedByPacts {
  /** How many of them are suppressed. */
  readonly hidden: number;
  /** Sums over the pacts, of the numbers that add up. */
  readonly sums: Partial<Record<SummedNumber, number | null>>;
}

export const SUMMED = [
  'value',
  'numerator',
  'denominator',
  'n',
  'participants',
  'atRisk',
  'ended',
  'improved',
  'stable',
  'declined',
] as const;
type SummedNumber = (typeof SUMMED)[number];

/** The numbers of each measure that are the sums of those of the pacts. */
const ADDED: Readonly<Record<Measure['kind'], readonly SummedNumber[]>> = {
  count: ['value'],
  participants: [],
  share: ['numerator', 'denominator'],
  retention: ['n', 'atRisk', 'ended'],
  time: ['n', 'ended'],
  progression: ['n', 'improved', 'stable', 'declined'],
  sum: ['value'],
  sum_share: ['numerator', 'denominator'],
  distinct: [],
  graph: [],
};

/** The number of each measure that counts everybody once, whichever pacts they are in. */
const COUNTED_ONCE: Partial<Record<Measure['kind'], SummedNumber>> = {
  participants: 'value',
  progression: 'participants',
};

const PLAIN_SHARE = ['numerator', 'denominator'];

/** Whether it counts everybody once, and so is not the sum of what the pacts count. */
export const countsOnce = ({ kind }: Measure): boolean => COUNTED_ONCE[kind] !== undefined;

export interface Region {
  /** The smallest number of persons that may be shown. */
  readonly threshold: number;
  /** Only some of the pacts that the caller enters: with other such totals, differences could be taken. */
  readonly isPart: boolean;
}

/** Nothing, or why a total is not told: it is too small itself, or tells what is hidden, or who is in several pacts. */
export type Held = 'none' | 'small' | 'hidden' | 'overlap';

/**
 * A total of persons is told where every pact tells its own: then it is their sum and tells nothing that they do not,
 * whichever other totals are told. What could be told beyond it is how many are in several of the pacts, by the
 * difference between the sum and those counted once: it is judged like a count.
 */
export function heldBack(
  figure: Pick<ComputedFigure, 'numbers' | 'suppression'>,
  measure: Measure,
  published: PublishedByPacts | undefined,
  region: Region,
): Held {
  if (figure.suppression !== 'none') return 'small';
  const { hidden, sums } = published ?? { hidden: 0, sums: {} };
  const isSum = ADDED[measure.kind].every((name) => (figure.numbers[name] ?? 0) === (sums[name] ?? 0));
  // What is not the sum was counted at another moment than what the pacts have published.
  if (hidden > 0 || !isSum) return 'hidden';
  const once = COUNTED_ONCE[measure.kind];
  const overlap = once === undefined ? 0 : (sums[once] ?? 0) - (figure.numbers[once] ?? 0);
  return isTellable(overlap, region) ? 'none' : 'overlap';
}

const isTellable = (overlap: number, { threshold, isPart }: Region): boolean =>
  overlap === 0 || (!isPart && overlap >= threshold);

/** The plain share beside an estimate goes where a pact does not tell its own; so do rows left out. */
export function toldNumbers(
  numbers: Numbers,
  { kind }: Measure,
  published: PublishedByPacts | undefined,
): Numbers {
  const { sums = {} } = published ?? {};
  const isTold = sums.numerator === numbers.numerator && sums.denominator === numbers.denominator;
  const gone = new Set<string>(kind === 'retention' && !isTold ? ['leftOut', ...PLAIN_SHARE] : ['leftOut']);
  return {
    ...Object.fromEntries(Object.entries(numbers).filter(([name]) => !gone.has(name))),
    value: numbers.value,
  };
}
