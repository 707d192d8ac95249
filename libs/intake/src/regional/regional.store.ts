import { Injectable } from '@nestjs/common';
import { Database, instantJson, limitOf, type PageQuery } from '#platform';
import type { ResultsRow } from '../batches/batches.queries.js';
import type { RegionalReport, RegionalResult } from './regional-report.js';

const header = (dryRun: string): string => `json_build_object(
  'id', id, 'source', source, 'status', status, 'mode', mode, 'dryRun', ${dryRun},
  'receivedAt', ${instantJson('received_at')},
  'counts', json_build_object('received', received, 'created', created, 'updated', updated, 'unchanged', unchanged,
    'deleted', deleted, 'rejected', rejected, 'unmatched', unmatched),
  'pacts', pacts::json)::text`;

const HEADER = `id, received, ${header('false')} as body`;

export interface RegionalBatch {
  readonly batchId: string;
  readonly source: string;
  readonly mode: 'partial' | 'atomic';
  readonly pushedBy: string;
}

export interface RegionalRow {
  readonly id: string;
  readonly received: number;
  readonly body: string;
}

/** Batches for many pacts, as they are kept. They belong to who pushed them, and to no pact. */
@Injectable()
export class RegionalStore {
  constructor(private readonly database: Database) {}

  async addResults(batchId: string, position: number, results: readonly RegionalResult[]): Promise<void> {
    const rejected = results.filter(({ outcome }) => outcome === 'rejected').length;
    await this.database.query(
      `insert into regional_batch_results (batch_id, position, rejected, results) values ($1, $2, $3, $4)`,
      [batchId, position, rejected, results.map((result) => `${JSON.stringify(result)}\n`).join('')],
    );
  }

  /** Files the report and tells it. */
  async finish(batch: RegionalBatch, report: RegionalReport, dryRun: boolean): Promise<string> {
    const { batchId, source, mode, pushedBy } = batch;
    const { received, created, updated, unchanged, deleted, rejected, unmatched } = report.counts;
    const counts = [received, created, updated, unchanged, deleted, rejected, unmatched];
    const row = await this.database.one<{ body: string }>(
      `insert into regional_batch (id, source, mode, pushed_by, status, received, created, updated, unchanged, deleted,
         rejected, unmatched, pacts)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       returning ${header('$14::boolean')} as body`,
      [batchId, source, mode, pushedBy, report.status, ...counts, JSON.stringify(report.pacts), dryRun],
    );
    return row?.body ?? '';
  }

  async allPacts(): Promise<string[]> {
    const rows = await this.database.acrossPacts.query<{ id: string }>(`select id from pact order by id`);
    return rows.map(({ id }) => id);
  }

  show(batchId: string, pushedBy: string): Promise<RegionalRow | undefined> {
    return this.database.one(`select ${HEADER} from regional_batch where id = $1 and pushed_by = $2`, [
      batchId,
      pushedBy,
    ]);
  }

  /** Newest first. */
  list(query: PageQuery, after: readonly string[] | undefined, pushedBy: string): Promise<RegionalRow[]> {
    return this.database.query(
      `select ${HEADER} from regional_batch
       where pushed_by = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`,
      [pushedBy, after?.[0] ?? null, limitOf(query) + 1],
    );
  }

  nextResults(batchId: string, position: number, rejectedOnly: boolean): Promise<ResultsRow | undefined> {
    return this.database.one(
      `select position, results from regional_batch_results
       where batch_id = $1 and position > $2 and (not $3 or rejected > 0) order by position limit 1`,
      [batchId, position, rejectedOnly],
    );
  }
}
