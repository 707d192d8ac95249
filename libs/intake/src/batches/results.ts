import type { Request, Response } from 'express';
import { Answer } from '#platform';
import { ALL_RESULTS_UP_TO, REJECTED_TOLD, type RowResult } from './batch-report.js';
import type { BatchesQueries, BatchRow } from './batches.queries.js';

/** Stretches of results, as NDJSON, as they were stored. */
async function* stretches(
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

/** All results of a batch, one a line, in the order of its rows and in constant memory. */
export class ResultLines extends Answer {
  constructor(
    private readonly queries: BatchesQueries,
    private readonly pactId: string,
    private readonly batchId: string,
  ) {
    super();
  }

  write(_request: Request, response: Response, status: number): void {
    response.writeHead(status, { 'Content-Type': 'application/x-ndjson; charset=utf-8' });
    this.send(response).catch(() => response.destroy());
  }

  private async send(response: Response): Promise<void> {
    for await (const stretch of stretches(this.queries, this.pactId, this.batchId, false)) {
      if (response.destroyed) return;
      if (!response.write(stretch)) await drained(response);
    }
    response.end();
  }
}

const drained = (response: Response): Promise<void> =>
  new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
