import type { LeftOutReason } from '../definition/definition.js';

/** The numbers of a figure, as they are stored and answered. What a measure does not have is left out. */
export interface Numbers {
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  /** How many persons the n rows tell of, where one may have several. */
  readonly participants?: number;
  readonly atRisk?: number;
  readonly ended?: number;
  readonly median?: number;
  readonly lowerQuartile?: number;
  readonly upperQuartile?: number;
  readonly standardError?: number;
  readonly ci95?: readonly [number, number];
  /** Pairs of readings that went up, stayed and went down, and the mean change. */
  readonly improved?: number;
  readonly stable?: number;
  readonly declined?: number;
  readonly meanChange?: number;
  /** Members with a place in the graph, and promises between them. */
  readonly nodes?: number;
  readonly arcs?: number;
  readonly normalised?: number;
  /** Rows of the population that were not counted, by reason. */
  readonly leftOut?: Readonly<Partial<Record<LeftOutReason, number>>>;
}

/** Why a figure has no value: nothing to count, not observed long enough, no common unit, or no common rule of pacts. */
export const MISSING_REASONS = ['no-cases', 'not-observed', 'units-differ', 'settings-differ'] as const;
export type MissingReason = (typeof MISSING_REASONS)[number];

export interface Measured {
  readonly numbers: Numbers;
  readonly unit: string;
  readonly missing?: MissingReason;
}

type Known<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** The fields that have a value. */
export const known = <T extends object>(fields: T): Known<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Known<T>;

/** A part of a whole; without a whole there is no share. */
export function shareOf(numerator: number, denominator: number, unit: string): Measured {
  if (denominator === 0)
    return { unit, numbers: { value: null, numerator, denominator }, missing: 'no-cases' };
  return { unit, numbers: { value: numerator / denominator, numerator, denominator } };
}
