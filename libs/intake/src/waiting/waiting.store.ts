import { Injectable } from '@nestjs/common';
import { plainArrayOf } from '#pathways';
import { Database, defineBacklog, instantJson, Jobs } from '#platform';
import { runBatch } from '../intake.jobs.js';
import type { ReadRow } from '../rows/row.js';
import type { Counts } from '../batches/batch-report.js';
import { batchHeader } from '../batches/batches.queries.js';
import type { NewBatch } from '../batches/batches.store.js';
import { SealedRows } from './sealed-rows.js';

defineBacklog({
  name: 'outcome_batch',
  oldest: `select min(received_at) as since from outcome_batch where status in ('queued', 'running')`,
  isAcrossPacts: true,
});

/** A batch that waits, as whoever works on it needs it. */
export interface WaitingBatch extends NewBatch {
  readonly dryRun: boolean;
  /** When it was received, to the microsecond. */
  readonly receivedAt: string;
}

export interface WaitingChunk {
  readonly position: number;
  readonly rows: readonly ReadRow[];
}

export interface PactAndBatch {
  readonly pactId: string;
  readonly batchId: string;
}

interface End {
  readonly as?: 'failed' | 'cancelled';
  /** What has not been written waits on. */
  readonly keepsRest?: boolean;
}

/** One that failed is taken up again where it stopped, when somebody asks for it. */
const UNFINISHED = `(status in ('queued', 'running') or status = 'failed' and pending > 0)`;

const WAITING = `id as "batchId", pact_id as "pactId", source, mode, pushed_by as "pushedBy", dry_run as "dryRun",
  ${instantJson('received_at')} as "receivedAt"`;

/** Chunks that have been written go, and whom they touched stays with the batch, for the figures. */
const SETTLE = `
  with written as (
    delete from outcome_batch_chunk where pact_id = $1 and batch_id = $2 and ($3 or sealed is null)
    returning touched
  ), touched as (select distinct id from written, unnest(touched) as id)
  update outcome_batch b set moved_at = clock_timestamp(), status = coalesce($4, case
      when pending > 0 then status
      when rejected = 0 then 'succeeded' when rejected = received then 'failed' else 'partial' end),
    participants = participants || array(select id from touched),
    facts_refreshed_at = case when exists (select from touched) then null else facts_refreshed_at end,
    quality_checked_at = case when exists (select from touched) then null else quality_checked_at end
  where pact_id = $1 and id = $2
  returning exists (select from touched) as "hasChanged"`;

/** Batches between their acceptance and their end. Each method is part of a transaction of the caller. */
@Injectable()
export class WaitingStore {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly sealed: SealedRows,
  ) {}

  async keep({ pactId, batchId }: NewBatch, position: number, rows: readonly ReadRow[]): Promise<void> {
    await this.database
      .in(pactId)
      .query(
        `insert into outcome_batch_chunk (pact_id, batch_id, position, sealed) values ($1, $2, $3, $4)`,
        [pactId, batchId, position, this.sealed.close(rows)],
      );
  }

  /** The header joins the rows, and a worker is woken once all of it is durable. Nothing is there for the figures yet. */
  async accept(batch: NewBatch, received: number, dryRun: boolean): Promise<string> {
    const { pactId, batchId, source, mode, pushedBy } = batch;
    const row = await this.database.in(pactId).one<{ body: string }>(
      `insert into outcome_batch (pact_id, id, source, mode, pushed_by, status, received, pending, created, updated,
         unchanged, deleted, rejected, dry_run, was_accepted, facts_refreshed_at, moved_at)
       values ($1, $2, $3, $4, $5, 'queued', $6, $6, 0, 0, 0, 0, 0, $7, true, now(), clock_timestamp())
       returning ${batchHeader()} as body`,
      [pactId, batchId, source, mode, pushedBy, received, dryRun],
    );
    await this.jobs.enqueue(runBatch, { pactId, batchId });
    return row?.body ?? '';
  }

  /** Whether there is something to do, and who wants it done. */
  find({ pactId, batchId }: PactAndBatch): Promise<WaitingBatch | undefined> {
    return this.database
      .in(pactId)
      .one(`select ${WAITING} from outcome_batch where pact_id = $1 and id = $2 and ${UNFINISHED}`, [
        pactId,
        batchId,
      ]);
  }

  /** The same, for this transaction alone. Whatever somebody else is busy with is not there. */
  async seize({ pactId, batchId }: PactAndBatch): Promise<boolean> {
    const row = await this.database
      .in(pactId)
      .one(
        `select id from outcome_batch where pact_id = $1 and id = $2 and ${UNFINISHED} for update skip locked`,
        [pactId, batchId],
      );
    return row !== undefined;
  }

  /** One that had failed has been mended: its chunks begin anew. */
  async start({ pactId, batchId }: PactAndBatch): Promise<void> {
    await this.database.in(pactId).query(
      `with mended as (
         update outcome_batch_chunk set attempts = 0
         where pact_id = $1 and batch_id = $2 and attempts > 0
           and exists (select from outcome_batch where pact_id = $1 and id = $2 and status = 'failed')
       )
       update outcome_batch set status = 'running', problem = null, moved_at = clock_timestamp()
       where pact_id = $1 and id = $2 and ${UNFINISHED}`,
      [pactId, batchId],
    );
  }

  async next({ pactId, batchId }: PactAndBatch, after: number): Promise<WaitingChunk | undefined> {
    const row = await this.database.in(pactId).one<{ position: number; sealed: Buffer }>(
      `select position, sealed from outcome_batch_chunk
       where pact_id = $1 and batch_id = $2 and position > $3 and sealed is not null order by position limit 1`,
      [pactId, batchId, after],
    );
    return row && { position: row.position, rows: this.sealed.open(row.sealed) };
  }

  /** How often the next chunk has been begun. */
  async attempts({ pactId, batchId }: PactAndBatch): Promise<number> {
    const row = await this.database.in(pactId).one<{ attempts: number }>(
      `select attempts from outcome_batch_chunk
       where pact_id = $1 and batch_id = $2 and sealed is not null order by position limit 1`,
      [pactId, batchId],
    );
    return row?.attempts ?? 0;
  }

  async countAttempt({ pactId, batchId }: PactAndBatch): Promise<void> {
    await this.database.in(pactId).query(
      `update outcome_batch_chunk set attempts = attempts + 1 where pact_id = $1 and batch_id = $2 and position = (
         select min(position) from outcome_batch_chunk where pact_id = $1 and batch_id = $2 and sealed is not null)`,
      [pactId, batchId],
    );
  }

  async setAside(
    { pactId, batchId }: PactAndBatch,
    position: number,
    touched: Iterable<string>,
  ): Promise<void> {
    await this.database.in(pactId).query(
      `update outcome_batch_chunk set sealed = null, touched = $4::uuid[]
       where pact_id = $1 and batch_id = $2 and position = $3`,
      [pactId, batchId, position, plainArrayOf([...touched])],
    );
  }

  async count({ pactId, batchId }: PactAndBatch, counts: Counts): Promise<void> {
    const { received, created, updated, unchanged, deleted, rejected } = counts;
    await this.database.in(pactId).query(
      `update outcome_batch set pending = pending - $3, created = created + $4, updated = updated + $5,
         unchanged = unchanged + $6, deleted = deleted + $7, rejected = rejected + $8, moved_at = clock_timestamp()
       where pact_id = $1 and id = $2`,
      [pactId, batchId, received, created, updated, unchanged, deleted, rejected],
    );
  }

  /**
   * The end of a batch, or of what is done of it for now. As what it ends is told by its counts unless it is said. Answers
   * whether records have changed in the whole of it.
   */
  async settle({ pactId, batchId }: PactAndBatch, { as, keepsRest }: End = {}): Promise<boolean> {
    const row = await this.database
      .in(pactId)
      .one<{ hasChanged: boolean }>(SETTLE, [pactId, batchId, keepsRest !== true, as ?? null]);
    return row?.hasChanged === true;
  }

  async note({ pactId, batchId }: PactAndBatch, problem: string): Promise<void> {
    await this.database
      .in(pactId)
      .query(`update outcome_batch set problem = $3 where pact_id = $1 and id = $2`, [
        pactId,
        batchId,
        problem,
      ]);
  }

  /** Takes a batch out of the hands of workers, between two chunks. False where it cannot be stopped any more. */
  async cancel(pactId: string, batchId: string, pushedBy: string): Promise<boolean> {
    const row = await this.database.in(pactId).one(
      `update outcome_batch set status = 'cancelled'
       where pact_id = $1 and id = $2 and pushed_by = $3
         and (status = 'queued' or status = 'running' and mode = 'partial' and not dry_run
           or status = 'failed' and pending > 0)
       returning id`,
      [pactId, batchId, pushedBy],
    );
    return row !== undefined;
  }

  /** Nobody has moved them for a while. */
  forgotten(): Promise<PactAndBatch[]> {
    return this.database.acrossPacts.query(
      `select pact_id as "pactId", id as "batchId" from outcome_batch
       where status in ('queued', 'running') and moved_at < now() - interval '1 minute'`,
    );
  }
}
