import { ALL_RESULTS_UP_TO, REJECTED_TOLD } from './batch-report.js';
import type { ResultsRow } from './batches.queries.js';

export const NDJSON = 'application/x-ndjson; charset=utf-8';

/** The next stretch of results after `position`; with `rejectedOnly`, the next that holds a rejected row. */
export type NextResults = (position: number, rejectedOnly: boolean) => Promise<ResultsRow | undefined>;

/** Stretches of results in the order of the rows, as NDJSON, as they were stored. */
export async function* stretches(next: NextResults, rejectedOnly: boolean): AsyncGenerator<string> {
  for (let position = -1; ;) {
    const row = await next(position, rejectedOnly);
    if (row === undefined) return;
    yield row.results;
    position = row.position;
  }
}

/** A batch as it was answered when it was pushed. */
export async function answerOf(
  batch: { readonly received: number; readonly body: string },
  next: NextResults,
): Promise<string> {
  const rejectedOnly = batch.received > ALL_RESULTS_UP_TO;
  const lines: string[] = [];
  for await (const stretch of stretches(next, rejectedOnly)) {
    const told = stretch.split('\n').filter((line) => line !== '' && (!rejectedOnly || isRejected(line)));
    lines.push(...told.slice(0, REJECTED_TOLD - lines.length));
    if (lines.length === REJECTED_TOLD) break;
  }
  return withResults(batch.body, lines);
}

const isRejected = (line: string): boolean =>
  (JSON.parse(line) as { outcome: string }).outcome === 'rejected';

export const withResults = (header: string, lines: readonly string[]): string =>
  `${header.slice(0, header.lastIndexOf('}'))}, "results" : [${lines.join(',')}]}`;
