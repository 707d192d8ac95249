import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { uuidv7 } from '#kernel';
import type { Principal } from '#identity';
import { Pseudonyms } from '#pathways';
import { Database, Resource, temporarilyUnavailable, type Problem } from '#platform';
import { RowReader } from '../rows/row-reader.js';
import type { ReadRow } from '../rows/row.js';
import type { BatchPushQuery } from './batch.dto.js';
import { batchRefused, HOW_TO_SHARE, sourceTaken, sourceToldTwice } from './batch.problems.js';
import { BatchReport, resultLine } from './batch-report.js';
import { BatchesQueries } from './batches.queries.js';
import { BatchesStore, type NewBatch } from './batches.store.js';
import { ChunkWriter } from './chunk-writer.js';
import { rowsOf } from './request-rows.js';
import { withResults } from './results.js';
import { RowFeed } from './row-feed.js';
import { defaultSource, maySpeakFor } from './source.js';

/** Rows that one round of statements stores, and the most that are in memory at once. */
const CHUNK_ROWS = 5_000;

/** A body of which the first rows have been read. If they are all, they can be stored again after a conflict. */
interface Arrival {
  readonly feed: RowFeed;
  readonly first: readonly ReadRow[];
  readonly source: string;
  readonly isNewSource: boolean;
  readonly isWhole: boolean;
  begun: boolean;
}

interface Push {
  readonly principal: Principal;
  readonly pactId: string;
  readonly query: BatchPushQuery;
}

@Injectable()
export class PushService {
  /** Of a request that is repeated after a conflict the body has already been read. */
  private readonly arrivals = new WeakMap<Request, Arrival>();

  constructor(
    private readonly database: Database,
    private readonly queries: BatchesQueries,
    private readonly store: BatchesStore,
    private readonly writer: ChunkWriter,
    private readonly pseudonyms: Pseudonyms,
  ) {}

  async push(request: Request, push: Push): Promise<Resource> {
    const arrival = this.arrivals.get(request) ?? (await this.arrive(request, push));
    return this.database.transaction(async () => {
      if (arrival.begun && !arrival.isWhole) throw temporarilyUnavailable();
      arrival.begun = true;
      await this.store.begin(push.pactId);
      const answer = await this.take(arrival, push);
      if (push.query.dryRun) await this.store.undo();
      return answer;
    });
  }

  /** Reads the first rows, before anything is locked, and with them whose they are. */
  private async arrive(request: Request, { principal, query }: Push): Promise<Arrival> {
    const feed = new RowFeed(
      rowsOf(request, { query, pseudonyms: this.pseudonyms }),
      new RowReader(this.pseudonyms),
      CHUNK_ROWS,
    );
    const first = await feed.take();
    const source = feed.source ?? defaultSource(principal);
    if (query.source !== undefined && query.source !== source) throw sourceToldTwice();
    const holder = await this.queries.holderOf(source);
    if (!maySpeakFor(principal, source, holder)) throw sourceTaken({ detail: HOW_TO_SHARE });
    const arrival = {
      feed,
      first,
      source,
      isNewSource: holder.ownerId === undefined,
      isWhole: feed.isEmpty,
      begun: false,
    };
    this.arrivals.set(request, arrival);
    return arrival;
  }

  /** All in one transaction: a batch whose body breaks off leaves nothing. */
  private async take(arrival: Arrival, { pactId, query, principal }: Push): Promise<Resource> {
    const { source, feed } = arrival;
    const [mode, dryRun] = [query.mode ?? 'partial', query.dryRun === true];
    const batch: NewBatch = { pactId, source, batchId: uuidv7(), mode, pushedBy: principal.id };
    const report = new BatchReport();
    const touched: string[] = [];
    for (let rows = arrival.first, position = 0; rows.length > 0; rows = await feed.take(), position += 1) {
      const outcome = await this.writer.write(batch, rows);
      report.add(outcome.results);
      touched.push(...outcome.touched);
      await this.store.addResults(batch, position, outcome.results);
    }
    if (batch.mode === 'atomic' && report.counts.rejected > 0) throw refusal(batch, report, dryRun);
    if (arrival.isNewSource) await this.claim(source, principal);
    const header = await this.store.finish(batch, report, touched, dryRun);
    return new Resource(withResults(header, report.results.map(resultLine)));
  }

  /** Two keys may have come with the same new source at the same moment. */
  private async claim(source: string, principal: Principal): Promise<void> {
    await this.store.claim(source, principal.id);
    if (!maySpeakFor(principal, source, await this.queries.holderOf(source))) throw sourceTaken();
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
