import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { uuidv7 } from '#kernel';
import { enteredPacts, type Principal } from '#identity';
import { Database, Resource, temporarilyUnavailable, type Problem } from '#platform';
import { chunksOf, type Arrival } from '../batches/arrival.js';
import { Arrivals } from '../batches/arrivals.js';
import type { BatchPushQuery } from '../batches/batch.dto.js';
import { batchRefused } from '../batches/batch.problems.js';
import { BatchReport, type RowResult } from '../batches/batch-report.js';
import { BatchesStore, type NewBatch } from '../batches/batches.store.js';
import { ChunkWriter } from '../batches/chunk-writer.js';
import { withResults } from '../batches/results.js';
import { isFit, type FitRow, type ReadRow } from '../rows/row.js';
import { combined, RegionalReport } from './regional-report.js';
import { RegionalStore, type RegionalBatch } from './regional.store.js';
import { Router } from './router.js';

/** A batch while it is written, with its share in each pact. */
interface Push {
  readonly batch: RegionalBatch;
  readonly pactIds: readonly string[];
  readonly report: RegionalReport;
  readonly touched: Map<string, string[]>;
}

/** Nobody comes into a pact by a regional batch. */
const WHO_IS_KNOWN = { strangers: false };

/** Takes a batch for all pacts of a key: each row goes where its person is, and nowhere else. */
@Injectable()
export class RegionalPushService {
  constructor(
    private readonly database: Database,
    private readonly arrivals: Arrivals,
    private readonly router: Router,
    private readonly writer: ChunkWriter,
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

  private async take(arrival: Arrival, push: Push, principal: Principal, dryRun: boolean): Promise<Resource> {
    const { batch, report, pactIds } = push;
    await this.database.inEach(pactIds.slice(0, 1), ({ pactId }) => this.batches.begin(pactId));
    let position = 0;
    for await (const rows of chunksOf(arrival)) {
      const results = combined(rows, await this.write(push, rows, position));
      report.add(results);
      await this.store.addResults(batch.batchId, position, results);
      position += 1;
    }
    if (batch.mode === 'atomic' && report.counts.rejected > 0) throw refusal(batch, report, dryRun);
    await this.arrivals.claim(arrival, principal);
    await this.finishShares(push, dryRun);
    const header = await this.store.finish(batch, report, dryRun);
    if (dryRun) await this.batches.undo();
    return new Resource(
      withResults(
        header,
        report.results.map((result) => JSON.stringify(result)),
      ),
    );
  }

  /** What became of the rows of a chunk, in each pact that they concern; of what does not fit, by itself. */
  private async write(push: Push, rows: readonly ReadRow[], position: number): Promise<RowResult[][]> {
    const unfit = rows.filter((row) => !isFit(row)).map((row) => ({ ...row, outcome: 'rejected' as const }));
    const routes = await this.router.route(push.pactIds, push.batch.source, rows.filter(isFit));
    const inPacts = await this.database.inEach([...routes.keys()], ({ pactId }) =>
      this.writeShare(push, pactId, routes.get(pactId) ?? [], position),
    );
    return [unfit, ...inPacts];
  }

  private async writeShare(
    push: Push,
    pactId: string,
    rows: readonly FitRow[],
    position: number,
  ): Promise<RowResult[]> {
    const share = push.report.shares.get(pactId) ?? { batchId: uuidv7(), report: new BatchReport() };
    push.report.shares.set(pactId, share);
    const batch = shareOf(push.batch, pactId, share.batchId);
    const { results, touched } = await this.writer.write(batch, rows, WHO_IS_KNOWN);
    share.report.add(results);
    const people = push.touched.get(pactId) ?? [];
    people.push(...touched);
    push.touched.set(pactId, people);
    await this.batches.addResults(batch, position, results);
    return results;
  }

  private async finishShares({ batch, report, touched }: Push, dryRun: boolean): Promise<void> {
    await this.database.inEach([...report.shares.keys()].sort(), async ({ pactId }) => {
      const share = report.shares.get(pactId)!;
      await this.batches.finish(
        shareOf(batch, pactId, share.batchId),
        share.report,
        touched.get(pactId) ?? [],
        dryRun,
      );
    });
  }
}

const shareOf = (batch: RegionalBatch, pactId: string, batchId: string): NewBatch => ({
  ...batch,
  pactId,
  batchId,
});

function refusal({ mode, source }: RegionalBatch, report: RegionalReport, dryRun: boolean): Problem {
  const { counts, results } = report;
  const rejected = results.filter(({ outcome }) => outcome === 'rejected');
  const extension = { batchStatus: 'failed', source, mode, dryRun, results: rejected };
  return batchRefused({ detail: `${counts.rejected} of ${counts.received} rows do not fit.`, extension });
}
