import type { Grouping } from './grouping.rules.js';
import type { Aggregate } from './measuring.rules.js';

/** One statement for all definitions on one fact, and how to read its rows. */
export interface Compiled {
  readonly text: string;
  /** The row's `grouping` is an index into these. */
  readonly groupings: readonly Grouping[];
  /** For each definition, where its aggregates stand in the rows that one of its days dates. */
  readonly columns: ReadonlyMap<string, readonly CompiledColumn[]>;
}

export interface CompiledColumn extends Aggregate {
  /** Its place among the numbers, or among the lists, of a row. */
  readonly index: number;
}
