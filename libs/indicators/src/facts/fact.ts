import type { FactName } from '../definition/definition.js';

export type ColumnType = 'date' | 'text' | 'text[]' | 'integer' | 'smallint' | 'boolean' | 'numeric';

/** One pact, `$1`; all of them; or the one that `home` stands for, among those that were announced with the statement. */
export type Scope = 'pact' | 'all' | 'region';

/** What a change marks for another count: people and what is recorded of them, or agreements and what is given. */
export const SUBJECTS = ['people', 'agreements'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** The rows that indicators count: one row per counted thing, under stable column names. */
export interface Fact {
  readonly name: FactName;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** SQL of all rows, with their `pact_id`, as known at the end of day `$2`, or of `home.as_of` in a region. */
  rows(scope: Scope): string;
  /** Columns that hold what this SQL says, so that counting need not ask each row again. */
  readonly precomputed?: Readonly<Record<string, string>>;
}

/**
 * A fact with a table of its own, kept equal to the records of each participant. Its rows also say whose they are, as
 * `participant_id`, and of which pathway, as `pathway_id`, where they are of one.
 */
export interface StoredFact extends Fact {
  readonly table: string;
  /** The columns by which the rows of one participant come one after the other; the first is a day. */
  readonly inOrder: readonly [day: string, ...others: string[]];
  readonly isOfPathway: boolean;
}

/** Whose rows a statement reads, as a condition on their column. */
export const within = (scope: Scope, column: string): string =>
  ({ pact: `${column} = $1`, all: 'true', region: `${column} = home.pact_id` })[scope];

/** The end of what is known. */
export const asOfIn = (scope: Scope): string => (scope === 'region' ? 'home.as_of' : '$2');

/** Where the rows of pacts are read: one pact at a time in the tables, several in views of what was announced. */
export const tableIn = (scope: Scope, table: string): string =>
  scope === 'region' ? `regional.${table}` : table;

/** What narrows a statement to the participants of `parameter`, or nothing for all of them. */
export const onlyParticipants = (column: string, parameter: string | undefined): string =>
  parameter === undefined ? '' : `and ${column} = any(${parameter}::uuid[])`;

/** Traineeships are not jobs. */
export const IS_JOB = `contract not like 'C.%'`;

/** No agreed end. */
export const IS_PERMANENT = `contract like 'A.01.%'`;
