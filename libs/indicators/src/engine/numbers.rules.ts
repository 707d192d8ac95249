import { retentionAt, survivalTable } from '#kernel';
import type { IndicatorDefinition } from '../definition/definition.js';
import type { Tally } from './tally.rules.js';

/** The numbers of a figure, as they are stored and answered. What a measure does not have is left out. */
export interface Numbers {
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly atRisk?: number;
  readonly ended?: number;
  readonly median?: number;
  readonly standardError?: number;
  readonly ci95?: readonly [number, number];
}

/** Why a figure has no value: nothing to count, not observed long enough, or no common unit. */
export type MissingReason = 'no-cases' | 'not-observed' | 'units-differ';

export interface Measured {
  readonly numbers: Numbers;
  readonly unit: string;
  readonly missing?: MissingReason;
}

export function measure(definition: IndicatorDefinition, tally: Tally): Measured {
  const { unit, measure: how } = definition;
  switch (how.kind) {
    case 'share':
      return { unit, ...share(tally) };
    case 'retention':
      return { unit, ...retention(tally, how.days) };
    case 'sum':
      return sum(unit, tally);
    default:
      return { unit, numbers: { value: tally.sums[0] ?? 0 } };
  }
}

function share({ sums: [denominator = 0, numerator = 0] }: Tally): Omit<Measured, 'unit'> {
  if (denominator === 0) return { numbers: { value: null, numerator, denominator }, missing: 'no-cases' };
  return { numbers: { value: numerator / denominator, numerator, denominator } };
}

function sum(unit: string, { sums: [hundredths = 0], units }: Tally): Measured {
  if (units.length > 1) return { unit, numbers: { value: null }, missing: 'units-differ' };
  return { unit: units[0] ?? unit, numbers: { value: hundredths / 100 } };
}

function retention({ sums, durations }: Tally, days: number): Omit<Measured, 'unit'> {
  const [n = 0, ended = 0, mature = 0, lasted = 0] = sums;
  const { value, atRisk, median, standardError, ci95 } = retentionAt(survivalTable(durations), days);
  const plainShare = mature > 0 ? { numerator: lasted, denominator: mature } : {};
  const numbers: Numbers = {
    value,
    ...plainShare,
    n,
    atRisk,
    ended,
    ...known({ median, standardError, ci95 }),
  };
  if (value !== null) return { numbers };
  return { numbers, missing: n === 0 ? 'no-cases' : 'not-observed' };
}

type Known<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** The fields that have a value. */
const known = <T extends object>(fields: T): Known<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Known<T>;
