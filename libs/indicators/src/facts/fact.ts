import type { FactName } from '../definition/definition.js';

export type ColumnType = 'date' | 'text' | 'text[]' | 'integer' | 'boolean' | 'numeric';

/** The rows that indicators count: one row per counted thing, under stable column names. */
export interface Fact {
  readonly name: FactName;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** SQL of all rows of pact `$1` as known at the end of day `$2`. */
  readonly rows: string;
}

/** A statement that fills the table of a stored fact, for the whole pact or for some of its participants. */
export interface StoredFact extends Fact {
  readonly table: string;
}

/** What narrows a statement to the participants of `parameter`, or nothing for all of them. */
export const onlyParticipants = (column: string, parameter: string | undefined): string =>
  parameter === undefined ? '' : `and ${column} = any(${parameter}::uuid[])`;

/** Traineeships are not jobs. */
export const IS_JOB = String.raw`contract !~ '^C(\.|$)'`;
