import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { uuidv7 } from '#kernel';
import type { Principal } from '#identity';
import { Accepted, Database, Resource, temporarilyUnavailable, type Problem } from '#platform';
import { chunksOf, type Arrival } from './arrival.js';
import { Arrivals } from './arrivals.js';
import type { BatchPushQuery } from './batch.dto.js';
import { batchRefused } from './batch.problems.js';
import { BatchReport, resultLine } from './batch-report.js';
import { BatchesStore, type NewBatch } from './batches.store.js';
import { ChunkWriter } from './chunk-writer.js';
import { LOOK_AGAIN, prefersToWait, PREFERENCE_APPLIED } from '../waiting/preference.js';
import { withResults } from './results.js';
import { WaitingStore } from '../waiting/waiting.store.js';

interface Push {
  readonly principal: Principal;
  readonly pactId: string;
  readonly query: BatchPushQuery;
}

/** Takes a batch: writes it and tells what became of it, or stores it as it is and tells where that will be told. */
@Injectable()
export class PushService {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly store: BatchesStore,
    private readonly waiting: WaitingStore,
    private readonly writer: ChunkWriter,
  ) {}

  /** All in one transaction: a batch whose body breaks off leaves nothing. */
  async push(request: Request, push: Push): Promise<Resource> {
    const { principal, pactId, query } = push;
    const arrival = await this.arrivals.of(request, principal, query);
    return this.database.transaction(async () => {
      if (arrival.begun && !arrival.isWhole) throw temporarilyUnavailable();
      arrival.begun = true;
      const mode = query.mode ?? 'partial';
      const batch: NewBatch = {
        pactId,
        source: arrival.source,
        batchId: uuidv7(),
        mode,
        pushedBy: principal.id,
      };
      if (prefersToWait(request)) return this.accept(arrival, batch, push, PREFERENCE_APPLIED);
      if (this.arrivals.isLong(request, arrival)) return this.accept(arrival, batch, push);
      return this.write(arrival, batch, push);
    });
  }

  private async accept(
    arrival: Arrival,
    batch: NewBatch,
    { query, principal }: Push,
    headers = {},
  ): Promise<Resource> {
    let [received, position] = [0, 0];
    for await (const rows of chunksOf(arrival)) {
      await this.waiting.keep(batch, position, rows);
      received += rows.length;
      position += 1;
    }
    await this.arrivals.claim(arrival, principal);
    const header = await this.waiting.accept(batch, received, query.dryRun === true);
    const resource = new Resource(withResults(header, []), undefined, { ...LOOK_AGAIN, ...headers });
    return new Accepted(`/v1/pacts/${batch.pactId}/outcome-batches/${batch.batchId}`, resource);
  }

  private async write(arrival: Arrival, batch: NewBatch, { query, principal }: Push): Promise<Resource> {
    const dryRun = query.dryRun === true;
    const report = new BatchReport();
    const touched: string[] = [];
    let position = 0;
    await this.store.begin(batch.pactId);
    for await (const rows of chunksOf(arrival)) {
      const outcome = await this.writer.write(batch, rows);
      report.add(outcome.results);
      touched.push(...outcome.touched);
      await this.store.addResults(batch, position, outcome.results);
      position += 1;
    }
    if (batch.mode === 'atomic' && report.counts.rejected > 0) throw refusal(batch, report, dryRun);
    await this.arrivals.claim(arrival, principal);
    const header = await this.store.finish(batch, report, touched, dryRun);
    if (dryRun) await this.store.undo();
    return new Resource(withResults(header, report.results.map(resultLine)));
  }
}

function refusal({ mode, source }: NewBatch, report: BatchReport, dryRun: boolean): Problem {
  const { counts, results } = report.refused();
  const extension = {
    batchStatus: 'failed',
    source,
    mode,
    dryRun,
    counts,
    results,
    recomputation: { runId: null },
  };
  return batchRefused({ detail: `${counts.rejected} of ${counts.received} rows do not fit.`, extension });
}
