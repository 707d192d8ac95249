import type { Day } from '#kernel';
import type { BreakdownName } from './breakdowns.rules.js';

export interface Labels {
  readonly it: string;
  readonly en: string;
}

export type FactName = 'pathway' | 'employment_episode' | 'commitment' | 'delivery' | 'membership';

/** What a row must be like. Names are columns of the fact. */
export type Condition =
  | { readonly column: string; readonly in: readonly string[] }
  | { readonly column: string; readonly atLeast: string }
  | { readonly column: string; readonly withinDays: number; readonly of: string };

/** How rows become a number. */
export type Measure =
  | { readonly kind: 'count' }
  | { readonly kind: 'share'; readonly having: Condition }
  /** Amounts are only added within one unit, named in the column `unit`; over different ones there is no sum. */
  | { readonly kind: 'sum'; readonly column: string; readonly unit: string }
  /** How many values of the breakdown have at least one row. */
  | { readonly kind: 'distinct'; readonly breakdown: BreakdownName }
  /** Kaplan–Meier P(T ≥ days) of the fact's `started_on`, `last_day`, `ended`. */
  | { readonly kind: 'retention'; readonly days: number };

/** Which day of a row decides the period it belongs to. */
export type PeriodRule =
  /** Inside the period; `ahead` also counts what is already known of days to come. */
  | { readonly kind: 'flow'; readonly on: string; readonly ahead?: boolean }
  /** At the period's last day: begun by then and not over by the end of that day. */
  | { readonly kind: 'stock'; readonly from: string; readonly until: string }
  /** By the day that opens the cohort; with `matureDays`, only those opened that many days before the as-of day. */
  | { readonly kind: 'cohort'; readonly on: string; readonly matureDays?: number };

/** Breakdowns taken together: one is a table by that breakdown, two are crossed. */
export type Cut = readonly BreakdownName[];

/** One figure as an example expects it, to six decimals. */
export interface ExpectedFigure {
  readonly period: string;
  readonly breakdown?: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly n?: number;
  readonly atRisk?: number;
  readonly ended?: number;
  readonly median?: number;
  readonly standardError?: number;
  readonly ci95?: readonly [number, number];
  readonly missing?: string;
}

/** Rows of the fact and what comes out, before disclosure control. */
export interface Example {
  readonly title: Labels;
  readonly asOf: Day;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly figures: readonly ExpectedFigure[];
}

/** An indicator is a value: adding one is adding a file `definitions/<code>.indicator.ts`. */
export interface IndicatorDefinition {
  readonly code: string;
  /** Goes up when the rule changes; figures keep the version they were computed under. */
  readonly version: number;
  readonly label: Labels;
  readonly rule: Labels;
  readonly formula: string;
  readonly unit: string;
  readonly direction: 'up' | 'down' | 'none';
  readonly type: 'population' | 'performance';
  /** Figures that count persons pass disclosure control. */
  readonly counts: 'persons' | 'organisations';
  readonly fact: FactName;
  readonly where?: readonly Condition[];
  readonly period: PeriodRule;
  readonly measure: Measure;
  readonly breakdowns: readonly Cut[];
  readonly examples: readonly Example[];
}
