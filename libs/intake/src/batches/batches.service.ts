import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { uuidv7 } from '#kernel';
import type { Principal } from '#identity';
import { Pseudonyms } from '#pathways';
import {
  Database,
  notFound,
  Pages,
  Resource,
  temporarilyUnavailable,
  type Page,
  type Problem,
} from '#platform';
import { RowReader } from '../rows/row-reader.js';
import type { ReadRow } from '../rows/row.js';
import type { BatchListQuery, BatchPushQuery } from './batch.dto.js';
import { batchRefused, sourceTaken } from './batch.problems.js';
import { BatchReport, resultLine } from './batch-report.js';
import { BatchesQueries } from './batches.queries.js';
import { BatchesStore, type NewBatch } from './batches.store.js';
import { ChunkWriter } from './chunk-writer.js';
import { drain, rowsOf } from './request-rows.js';
import { answerOf, ResultLines, withResults } from './results.js';
import { RowFeed } from './row-feed.js';
import { defaultSource, maySpeakFor } from './source.js';

/** Rows that one round of statements stores, and the most that are in memory at once. */
const CHUNK_ROWS = 5_000;

/** A body of which the first rows have been read. If they are all, they can be stored again after a conflict. */
interface Arrival {
  readonly feed: RowFeed;
  readonly first: readonly ReadRow[];
  readonly source: string;
  readonly isWhole: boolean;
  begun: boolean;
}

interface Push {
  readonly principal: Principal;
  readonly pactId: string;
  readonly query: BatchPushQuery;
}

@Injectable()
export class BatchesService {
  /** Of a request that is repeated after a conflict the body has already been read. */
  private readonly arrivals = new WeakMap<Request, Arrival>();

  constructor(
    private readonly database: Database,
    private readonly queries: BatchesQueries,
    private readonly store: BatchesStore,
    private readonly writer: ChunkWriter,
    private readonly pseudonyms: Pseudonyms,
    private readonly pages: Pages,
  ) {}

  async push(request: Request, push: Push): Promise<Resource> {
    try {
      return await this.receive(request, push);
    } catch (error) {
      await drain(request);
      throw error;
    }
  }

  async list(principal: Principal, pactId: string, query: BatchListQuery): Promise<Page> {
    if (!(await this.queries.pactExists(pactId))) throw notFound();
    const rows = await this.queries.list(pactId, query, this.pages.after(query), ownOnly(principal));
    return this.pages.page(rows, query, (row) => [row.id]);
  }

  async show(principal: Principal, pactId: string, batchId: string): Promise<Resource> {
    const batch = await this.queries.show(pactId, batchId, ownOnly(principal));
    if (batch === undefined) throw notFound();
    return new Resource(await answerOf(this.queries, pactId, batch));
  }

  async results(principal: Principal, pactId: string, batchId: string): Promise<ResultLines> {
    const batch = await this.queries.show(pactId, batchId, ownOnly(principal));
    if (batch === undefined) throw notFound();
    return new ResultLines(this.queries, pactId, batchId);
  }

  private async receive(request: Request, push: Push): Promise<Resource> {
    const arrival = this.arrivals.get(request) ?? (await this.arrive(request, push));
    return this.database.transaction(() => {
      if (arrival.begun && !arrival.isWhole) throw temporarilyUnavailable();
      arrival.begun = true;
      const { pactId, query, principal } = push;
      const origin = { pactId, source: arrival.source, batchId: uuidv7() };
      return this.take(
        { ...origin, mode: query.mode ?? 'partial', pushedBy: principal.id },
        arrival,
        query.dryRun === true,
      );
    });
  }

  /** Reads the first rows, before anything is locked, and with them whose they are. */
  private async arrive(request: Request, { principal, pactId, query }: Push): Promise<Arrival> {
    const feed = new RowFeed(rowsOf(request, query.source), new RowReader(this.pseudonyms), CHUNK_ROWS);
    if (!(await this.queries.pactExists(pactId))) throw notFound();
    const first = await feed.take();
    const source = feed.source ?? defaultSource(principal.name);
    if (!maySpeakFor(principal, source, await this.queries.ownerOf(source))) throw sourceTaken();
    const arrival = { feed, first, source, isWhole: feed.isEmpty, begun: false };
    this.arrivals.set(request, arrival);
    return arrival;
  }

  /** All in one transaction: a batch whose body breaks off leaves nothing. */
  private async take(batch: NewBatch, { feed, first }: Arrival, dryRun: boolean): Promise<Resource> {
    await this.store.begin();
    const report = new BatchReport();
    const touched: string[] = [];
    for (let rows = first, position = 0; rows.length > 0; rows = await feed.take(), position += 1) {
      const outcome = await this.writer.write(batch, rows);
      report.add(outcome.results);
      touched.push(...outcome.touched);
      await this.store.addResults(batch, position, outcome.results);
    }
    if (batch.mode === 'atomic' && report.counts.rejected > 0) throw refusal(batch, report, dryRun);
    const header = await this.store.finish(batch, report, touched, dryRun);
    if (dryRun) await this.store.undo();
    return new Resource(withResults(header, report.results.map(resultLine)));
  }
}

/** A key of a partner system knows of the batches it has pushed itself. */
const ownOnly = (principal: Principal): string | undefined =>
  principal.kind === 'partner' ? principal.id : undefined;

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
