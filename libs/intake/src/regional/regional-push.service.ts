import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { uuidv7 } from '#kernel';
import { enteredPacts, type Principal } from '#identity';
import { Database, Resource, temporarilyUnavailable, type Problem } from '#platform';
import { chunksOf, type Arrival } from '../batches/arrival.js';
import { Arrivals } from '../batches/arrivals.js';
import type { BatchPushQuery } from '../batches/batch.dto.js';
import { batchRefused } from '../batches/batch.problems.js';
import { BatchesStore } from '../batches/batches.store.js';
import { withResults } from '../batches/results.js';
import { combined, RegionalReport } from './regional-report.js';
import { RegionalWriter, type RegionalPush } from './regional-writer.js';
import { RegionalStore, type RegionalBatch } from './regional.store.js';

/** Takes a batch for all pacts of a key: each row goes where its person is, and nowhere else. */
@Injectable()
export class RegionalPushService {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly writer: RegionalWriter,
    private readonly batches: BatchesStore,
    private readonly store: RegionalStore,
  ) {}

  /** One transaction over all pacts, one after the other and always in the same order. */
  async push(request: Request, principal: Principal, query: BatchPushQuery): Promise<Resource> {
    const arrival = await this.arrivals.of(request, principal, query);
    const pactIds = [...(enteredPacts(principal) ?? (await this.store.allPacts()))].sort();
    return this.database.transaction(async () => {
      if (arrival.begun && !arrival.isWhole) throw temporarilyUnavailable();
      arrival.begun = true;
      const { source } = arrival;
      const batch = { batchId: uuidv7(), source, mode: query.mode ?? 'partial', pushedBy: principal.id };
      const push = { batch, pactIds, report: new RegionalReport(), touched: new Map<string, string[]>() };
      return this.take(arrival, push, principal, query.dryRun === true);
    });
  }

  private async take(
    arrival: Arrival,
    push: RegionalPush,
    principal: Principal,
    dryRun: boolean,
  ): Promise<Resource> {
    const { batch, report, pactIds } = push;
    await this.database.inEach(pactIds.slice(0, 1), ({ pactId }) => this.batches.begin(pactId));
    let position = 0;
    for await (const rows of chunksOf(arrival)) {
      const results = combined(rows, await this.writer.write(push, rows, position));
      report.add(results);
      await this.store.addResults(batch.batchId, position, results);
      position += 1;
    }
    if (batch.mode === 'atomic' && report.counts.rejected > 0) throw refusal(batch, report, dryRun);
    await this.arrivals.claim(arrival, principal);
    await this.writer.finish(push, dryRun);
    const header = await this.store.finish(batch, report, dryRun);
    if (dryRun) await this.batches.undo();
    return new Resource(
      withResults(
        header,
        report.results.map((result) => JSON.stringify(result)),
      ),
    );
  }
}

function refusal({ mode, source }: RegionalBatch, report: RegionalReport, dryRun: boolean): Problem {
  const { counts, results } = report;
  const rejected = results.filter(({ outcome }) => outcome === 'rejected');
  const extension = { batchStatus: 'failed', source, mode, dryRun, results: rejected };
  return batchRefused({ detail: `${counts.rejected} of ${counts.received} rows do not fit.`, extension });
}
