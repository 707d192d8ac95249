import { Injectable } from '@nestjs/common';
import { plainArrayOf, type RecordOrigin } from '#pathways';
import { Database, Jobs } from '#platform';
import { RECOMPUTE_DELAY_MS, recomputePact } from '../intake.jobs.js';
import { rejectionsIn, resultLine, type BatchReport, type RowResult } from './batch-report.js';
import { batchHeader } from './batches.queries.js';

export interface NewBatch extends RecordOrigin {
  readonly mode: 'partial' | 'atomic';
  readonly pushedBy: string;
}

/** Statements over the rows of a chunk look each of them up by its key, however small the tables are at first. */
const PLAN_FOR_LOOK_UPS = `
  select set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
    set_config('enable_mergejoin', 'off', true)`;

/** What is written of a batch besides its records. Part of one transaction. */
@Injectable()
export class BatchesStore {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Whatever is written from here on can be taken back by `undo`, whoever began the transaction. */
  async begin(pactId: string): Promise<void> {
    await this.database.in(pactId).query('savepoint outcome_batch');
    await this.database.query(PLAN_FOR_LOOK_UPS);
  }

  async undo(): Promise<void> {
    await this.database.query('rollback to savepoint outcome_batch');
  }

  /** A source becomes that of the key which names it first. */
  async claim(source: string, ownerId: string): Promise<void> {
    await this.database.query(
      `insert into outcome_source (code, owner_id) values ($1, $2)
       on conflict on constraint outcome_source_pk do nothing`,
      [source, ownerId],
    );
  }

  /** Kept as the text that is told, so that reading a report costs nothing. */
  async addResults(batch: NewBatch, position: number, results: readonly RowResult[]): Promise<void> {
    const { rejected, byCode } = rejectionsIn(results);
    await this.database.in(batch.pactId).query(
      `insert into outcome_batch_results (pact_id, batch_id, position, rejected, rejections, results)
         values ($1, $2, $3, $4, $5, $6)`,
      [
        batch.pactId,
        batch.batchId,
        position,
        rejected,
        JSON.stringify(byCode),
        results.map((result) => `${resultLine(result)}\n`).join(''),
      ],
    );
  }

  /** Files the report and tells it. Last of all, because it holds on to rows that other batches need too. */
  async finish(
    batch: NewBatch,
    report: BatchReport,
    touched: readonly string[],
    dryRun: boolean,
  ): Promise<string> {
    const { pactId, batchId, source, mode, pushedBy } = batch;
    const { received, created, updated, unchanged, deleted, rejected } = report.counts;
    const counts = [received, created, updated, unchanged, deleted, rejected];
    const row = await this.database.in(pactId).one<{ body: string }>(
      `insert into outcome_batch (pact_id, id, source, mode, pushed_by, status, received, created, updated, unchanged,
         deleted, rejected, participants, facts_refreshed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::uuid[],
         case when cardinality($13::uuid[]) = 0 then now() end)
       returning ${batchHeader('$14::boolean')} as body`,
      [pactId, batchId, source, mode, pushedBy, report.status, ...counts, plainArrayOf(touched), dryRun],
    );
    if (touched.length > 0 && !dryRun) await this.requestFigures(pactId);
    return row?.body ?? '';
  }

  async requestFigures(pactId: string): Promise<void> {
    await this.database.in(pactId).query(`select mark_due($1, '{people}')`, [pactId]);
    await this.jobs.enqueue(recomputePact, { pactId }, { dedupe: pactId, delayMs: RECOMPUTE_DELAY_MS });
  }
}
