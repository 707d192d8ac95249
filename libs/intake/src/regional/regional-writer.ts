import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Database } from '#platform';
import { BatchReport, type RowResult } from '../batches/batch-report.js';
import { BatchesStore, type NewBatch } from '../batches/batches.store.js';
import { ChunkWriter } from '../batches/chunk-writer.js';
import { isFit, type FitRow, type ReadRow } from '../rows/row.js';
import type { RegionalReport } from './regional-report.js';
import type { RegionalBatch } from './regional.store.js';
import { Router } from './router.js';

/** A batch while it is written, with its share in each pact. */
export interface RegionalPush {
  readonly batch: RegionalBatch;
  readonly pactIds: readonly string[];
  readonly report: RegionalReport;
  readonly touched: Map<string, string[]>;
}

/** Nobody comes into a pact by a regional batch. */
const WHO_IS_KNOWN = { strangers: false };

/** Writes the share of each pact in a batch for many, as a batch of that pact. Part of a transaction of the caller. */
@Injectable()
export class RegionalWriter {
  constructor(
    private readonly database: Database,
    private readonly router: Router,
    private readonly writer: ChunkWriter,
    private readonly batches: BatchesStore,
  ) {}

  /** What became of the rows of a chunk, in each pact that they concern; of what does not fit, by itself. */
  async write(push: RegionalPush, rows: readonly ReadRow[], position: number): Promise<RowResult[][]> {
    const unfit = rows.filter((row) => !isFit(row)).map((row) => ({ ...row, outcome: 'rejected' as const }));
    const routes = await this.router.route(push.pactIds, push.batch.source, rows.filter(isFit));
    const inPacts = await this.database.inEach([...routes.keys()], ({ pactId }) =>
      this.writeShare(push, pactId, routes.get(pactId) ?? [], position),
    );
    return [unfit, ...inPacts];
  }

  private async writeShare(
    push: RegionalPush,
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

  async finish({ batch, report, touched }: RegionalPush, dryRun: boolean): Promise<void> {
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
