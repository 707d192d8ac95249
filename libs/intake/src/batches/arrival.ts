import type { ReadRow } from '../rows/row.js';
import type { RowFeed } from './row-feed.js';

/** Rows that one round of statements stores. */
export const CHUNK_ROWS = 5_000;

/** A body of which the first rows have been read, before anything is locked. */
export interface Arrival {
  readonly feed: RowFeed;
  readonly ahead: readonly (readonly ReadRow[])[];
  readonly source: string;
  readonly isNewSource: boolean;
  /** All rows are in memory: whatever fails can be tried again. */
  readonly isWhole: boolean;
  begun: boolean;
}

export async function* chunksOf({ feed, ahead }: Arrival): AsyncGenerator<readonly ReadRow[]> {
  yield* ahead;
  for (let rows = await feed.take(); rows.length > 0; rows = await feed.take()) yield rows;
}

/** Chunks until there are no more, or until there are more rows than that. */
export async function readAhead(feed: RowFeed, rows: number): Promise<ReadRow[][]> {
  const chunks: ReadRow[][] = [];
  for (let count = 0; count <= rows;) {
    const chunk = await feed.take();
    if (chunk.length > 0) chunks.push(chunk);
    count += chunk.length;
    if (feed.isEmpty) break;
  }
  return chunks;
}
