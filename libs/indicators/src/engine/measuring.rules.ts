import type { Granularity } from '#kernel';
import type { Measure } from '../definition/definition.js';
import type { Measured } from './numbers.rules.js';
import type { Tally } from './tally.rules.js';

/** `$2` is the as-of day: nothing later is counted, unless a definition looks ahead. */
export const AS_OF = '$2::date';

/** A column of the compiled statement: an aggregate over the rows that one of the definition's days dates. */
export interface Aggregate {
  readonly on: string;
  readonly sql: string;
  /** A list of texts or whole numbers is collected instead of a number added up. */
  readonly isList: boolean;
}

/** The rows that are counted, as a statement of the measure uses them. */
export interface Rows {
  readonly on: string;
  /** For stocks: the day from which on a row is no longer there. */
  readonly until?: string;
  /** ` filter (where …)` of what every row must fulfil and of these conditions; nothing where there are none. */
  filter(...more: string[]): string;
}

/** How one kind of measure is counted by PostgreSQL, and how its numbers are finished here. */
export interface Measuring<M extends Measure = Measure> {
  /** Every column it reads, to be checked against its fact. */
  columns(measure: M): readonly string[];
  /** Always in the same order: the tally keeps it, numbers and lists apart. */
  aggregates(measure: M, rows: Rows): readonly Aggregate[];
  finish(measure: M, tally: Tally, place: { unit: string; granularity: Granularity | undefined }): Measured;
}

export const count = (rows: Rows, ...more: string[]): Aggregate => ({
  on: rows.on,
  sql: `count(*)${rows.filter(...more)}`,
  isList: false,
});

/** Whole numbers: hundredths of a quantity, so that sums stay exact on the way. */
export const sumOfHundredths = (rows: Rows, column: string): Aggregate => ({
  on: rows.on,
  sql: `coalesce(sum(${column} * 100)${rows.filter()}, 0)::bigint`,
  isList: false,
});

export const sum = (rows: Rows, column: string, ...more: string[]): Aggregate => ({
  on: rows.on,
  sql: `coalesce(sum(${column})${rows.filter(...more)}, 0)::bigint`,
  isList: false,
});

export const list = (rows: Rows, value: string, ...more: string[]): Aggregate => ({
  on: rows.on,
  sql: `array_agg(${value})${rows.filter(...more)}`,
  isList: true,
});

export const FROM_HUNDREDTHS = 100;
