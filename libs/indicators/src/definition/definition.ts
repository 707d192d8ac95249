import type { Day, Direction } from '#kernel';
import type { BreakdownName } from './breakdowns.rules.js';
import type { Condition } from './condition.rules.js';

export type { Condition } from './condition.rules.js';

export interface Labels {
  readonly it: string;
  readonly en: string;
}

export type FactName =
  | 'pathway'
  | 'employment_episode'
  | 'activity'
  | 'assessment_pair'
  | 'commitment'
  | 'delivery'
  | 'membership'
  | 'relation'
  | 'consultation'
  | 'meeting'
  | 'attendance'
  | 'proposal'
  | 'decision'
  | 'budget'
  | 'schedule'
  | 'grid_cell';

/** What is measured of the graph of who promises to whom. */
export type GraphMeasure =
  | { readonly of: 'density' }
  | { readonly of: 'reciprocity'; readonly by: 'edge' | 'dyad' }
  | { readonly of: 'centralisation' | 'concentration'; readonly direction: Direction };

/** How rows become a number. */
export type Measure =
  /** Of the population, the rows that fulfil these conditions; all of it without any. */
  | { readonly kind: 'count'; readonly having?: readonly Condition[] }
  /** Rows that are the first of their participant in the period, as the column `first_in` tells. */
  | { readonly kind: 'participants' }
  | { readonly kind: 'share'; readonly having: readonly Condition[] }
  /** Amounts are only added within one unit, named in the column `unit`; over different ones there is no sum. */
  | { readonly kind: 'sum'; readonly column: string; readonly unit: string }
  /** One amount as a share of another, both added first. */
  | { readonly kind: 'sum_share'; readonly part: string; readonly whole: string }
  /** How many values of the breakdown have at least one row. */
  | { readonly kind: 'distinct'; readonly breakdown: BreakdownName }
  /** Kaplan–Meier P(T ≥ days) of the fact's `started_on`, `last_day`, `ended`. */
  | { readonly kind: 'retention'; readonly days: number }
  /** Kaplan–Meier time from the period's day to the day in `until`; without one, watched up to the as-of day. */
  | { readonly kind: 'time'; readonly until: string }
  /** Pairs of readings: `change` and `room` in points of their scale, the better the higher. */
  | { readonly kind: 'progression' }
  /** The graph that stands at the period's end: the column `item` names a node `a` or an arc `a>b`. */
  | ({ readonly kind: 'graph' } & GraphMeasure);

/** Which day of a row decides the period it belongs to. */
export type PeriodRule =
  /** Inside the period; `ahead` also counts what is already known of days to come. */
  | { readonly kind: 'flow'; readonly on: string; readonly ahead?: boolean }
  /** At the period's last day: begun by then and not over by the end of that day. */
  | { readonly kind: 'stock'; readonly from: string; readonly until: string }
  /** By the day that opens the cohort; those not yet to be judged at the as-of day are left out as not mature. */
  | { readonly kind: 'cohort'; readonly on: string; readonly mature?: Maturity };

/** From when on a row can be judged: so many days after the period's day, or the day in a column. */
export type Maturity = { readonly days: number } | { readonly by: string };

/** Breakdowns taken together: one is a table by that breakdown, two are crossed. */
export type Cut = readonly BreakdownName[];

/** Why a row of the population is not counted. The first reason that holds is the one told. */
export interface LeftOut {
  readonly reason: LeftOutReason;
  readonly when: readonly Condition[];
}

export const LEFT_OUT_REASONS = [
  'not-mature',
  'not-observed',
  'no-second-reading',
  'not-applicable',
  'released',
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** A choice of the pact that has an effect on a figure, and is stored with it. */
export type SettingName = 'retention' | 'stableEmployment' | 'scales';

/** One figure as an example expects it, to six decimals. */
export interface ExpectedFigure {
  readonly period: string;
  readonly breakdown?: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly missing?: string;
  /** Any other number that stands beside the value. */
  readonly [number: string]: unknown;
}

/** The numbers that an example expects, whatever the period. */
export type ExpectedNumbers = Pick<ExpectedFigure, 'value' | 'missing'> & Readonly<Record<string, unknown>>;

/** Rows of the fact and what comes out, before disclosure control. */
export interface Example {
  readonly title: Labels;
  readonly asOf: Day;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly figures: readonly ExpectedFigure[];
}

/** What an earlier version counted otherwise. */
export interface EarlierVersion {
  readonly version: number;
  readonly note: Labels;
}

/** An indicator is a value: adding one is adding a file `definitions/<code>.indicator.ts`. */
export interface IndicatorDefinition {
  readonly code: string;
  /** Goes up when the rule changes; figures keep the version they were computed under. */
  readonly version: number;
  /** One note for each version before this one. */
  readonly history?: readonly EarlierVersion[];
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
  readonly leftOut?: readonly LeftOut[];
  readonly period: PeriodRule;
  readonly measure: Measure;
  readonly breakdowns: readonly Cut[];
  readonly settings?: readonly SettingName[];
  readonly examples: readonly Example[];
}
