import { Injectable } from '@nestjs/common';
import { Database, Log } from '#platform';
import { BatchReport, undone, type RowResult } from '../batches/batch-report.js';
import { BatchesStore } from '../batches/batches.store.js';
import type { ChunkOutcome } from '../batches/chunk-outcome.js';
import { ChunkWriter } from '../batches/chunk-writer.js';
import { WaitingStore, type PactAndBatch, type WaitingBatch, type WaitingChunk } from './waiting.store.js';

const BEGINNING = -1;

/**
 * Writes batches that wait. What was done of a batch is noted in the transaction that does it; so whoever takes up a
 * batch, after whatever has happened, goes on where it stopped, and each row is written once.
 */
@Injectable()
export class BatchRunner {
  constructor(
    private readonly database: Database,
    private readonly store: BatchesStore,
    private readonly waiting: WaitingStore,
    private readonly writer: ChunkWriter,
    private readonly log: Log,
  ) {}

  /** Nothing to do when somebody else was faster, or is at it. */
  async run(id: PactAndBatch): Promise<void> {
    const batch = await this.waiting.find(id);
    if (batch === undefined) return;
    const isAllOrNothing = batch.mode === 'atomic' || batch.dryRun;
    // In the name of who pushed it: so the audit trail tells.
    const actor = { principal: batch.pushedBy, request: batch.batchId };
    const once = (work: () => Promise<boolean>): Promise<boolean> =>
      this.database.transaction(async () => (await this.waiting.seize(batch)) && (await work()), actor);
    const isMine = await once(async () => this.waiting.start(batch).then(() => true));
    if (!isMine) return;
    if (isAllOrNothing) await once(() => this.whole(batch));
    else while (await once(() => this.part(batch)));
    this.log.info({ ...id }, 'outcome batch written');
  }

  /** Will not be tried again: what has been written stays and is told, the rest waits for somebody to look. */
  async giveUp(id: PactAndBatch, code: string): Promise<void> {
    const batch = await this.waiting.find(id);
    if (batch === undefined) return;
    await this.waiting.note(id, code);
    const hasChanged = await this.waiting.settle(id, { as: 'failed', keepsRest: true });
    if (hasChanged) await this.store.requestFigures(id.pactId);
  }

  /** One chunk. Whether there may be more. */
  private async part(batch: WaitingBatch): Promise<boolean> {
    const chunk = await this.waiting.next(batch, BEGINNING);
    if (chunk === undefined) return this.end(batch);
    await this.store.begin(batch.pactId);
    const { results, touched } = await this.write(batch, chunk);
    const report = new BatchReport();
    report.add(results);
    await this.store.addResults(batch, chunk.position, results);
    await this.waiting.setAside(batch, chunk.position, touched);
    await this.waiting.count(batch, report.counts);
    return true;
  }

  private async whole(batch: WaitingBatch): Promise<false> {
    await this.store.begin(batch.pactId);
    const report = new BatchReport();
    const stretches: (readonly [number, readonly RowResult[]])[] = [];
    let chunk = await this.waiting.next(batch, BEGINNING);
    for (; chunk !== undefined; chunk = await this.waiting.next(batch, chunk.position)) {
      const { results, touched } = await this.write(batch, chunk);
      report.add(results);
      stretches.push([chunk.position, results]);
      await this.waiting.setAside(batch, chunk.position, touched);
    }
    const isRefused = batch.mode === 'atomic' && report.counts.rejected > 0;
    if (isRefused || batch.dryRun) await this.store.undo();
    for (const [position, results] of stretches) {
      await this.store.addResults(batch, position, isRefused ? results.map(undone) : results);
    }
    await this.waiting.count(batch, isRefused ? report.refused().counts : report.counts);
    return this.end(batch, isRefused);
  }

  private write(batch: WaitingBatch, { rows }: WaitingChunk): Promise<ChunkOutcome> {
    return this.writer.write(batch, rows, { strangers: true, receivedAt: batch.receivedAt });
  }

  private async end(batch: WaitingBatch, isRefused = false): Promise<false> {
    const hasChanged = await this.waiting.settle(batch, isRefused ? { as: 'failed' } : {});
    if (hasChanged) await this.store.requestFigures(batch.pactId);
    return false;
  }
}
