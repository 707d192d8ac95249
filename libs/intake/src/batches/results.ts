import { ALL_RESULTS_UP_TO, REJECTED_TOLD, type RowResult } from './batch-report.js';
import type { BatchesQueries, BatchRow } from './batches.queries.js';

/** Stretches of results in the order of the rows, as NDJSON, as they were stored. */
export async function* stretches(
  queries: BatchesQueries,
  pactId: string,
  batchId: string,
  rejectedOnly: boolean,
): AsyncGenerator<string> {
  for (let position = -1; ;) {
    const row = await queries.nextResults(pactId, batchId, position, rejectedOnly);
    if (row === undefined) return;
    yield row.results;
    position = row.position;
  }
}

/** A batch as it was answered when it was pushed. */
export async function answerOf(queries: BatchesQueries, pactId: string, batch: BatchRow): Promise<string> {
  const rejectedOnly = batch.received > ALL_RESULTS_UP_TO;
  const lines: string[] = [];
  for await (const stretch of stretches(queries, pactId, batch.id, rejectedOnly)) {
    const told = stretch.split('\n').filter((line) => line !== '' && (!rejectedOnly || isRejected(line)));
    lines.push(...told.slice(0, REJECTED_TOLD - lines.length));
    if (lines.length === REJECTED_TOLD) break;
  }
  return withResults(batch.body, lines);
}

const isRejected = (line: string): boolean => (JSON.parse(line) as RowResult).outcome === 'rejected';

export const withResults = (header: string, lines: readonly string[]): string =>
  `${header.slice(0, header.lastIndexOf('}'))}, "results" : [${lines.join(',')}]}`;
