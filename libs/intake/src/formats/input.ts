import type { RawRow } from '../rows/row.js';

/** A batch as it arrives in one format: its rows, some at a time, and the source it names. */
export interface BatchInput {
  rows(): AsyncIterable<readonly RawRow[]>;
  /** Asked when the first rows of a batch have been read, or all of them. */
  source(): string | undefined;
  /** Whether a row that is no JSON makes the whole batch unreadable. */
  readonly isOneText: boolean;
}
