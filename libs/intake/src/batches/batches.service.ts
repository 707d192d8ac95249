import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { Database, notFound, Pages, Resource, Streamed, type Page } from '#platform';
import type { BatchListQuery } from './batch.dto.js';
import { cannotBeCancelled } from './batch.problems.js';
import { BatchesQueries, type BatchRow } from './batches.queries.js';
import { BatchesStore } from './batches.store.js';
import { LOOK_AGAIN } from '../waiting/preference.js';
import { answerOf, NDJSON, stretches, type NextResults } from './results.js';
import { WaitingStore } from '../waiting/waiting.store.js';

/** What is told of batches afterwards, and how one that waits is stopped. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly database: Database,
    private readonly store: BatchesStore,
    private readonly waiting: WaitingStore,
    private readonly queries: BatchesQueries,
    private readonly pages: Pages,
  ) {}

  /** Counts only: the secretariat of a pact sees what came in from whom, a partner system what it pushed itself. */
  async list(principal: Principal, pactId: string, query: BatchListQuery): Promise<Page> {
    const pushedBy = principal.kind === 'partner' ? principal.id : undefined;
    const list = this.pages.of(query, 'outcome-batches', pactId);
    const rows = await this.queries.list(pactId, query, list.after, pushedBy);
    return list.page(rows, (row) => [row.id]);
  }

  async show(principal: Principal, pactId: string, batchId: string): Promise<Resource> {
    const batch = await this.find(principal, pactId, batchId);
    const headers = batch.isUnderWay ? LOOK_AGAIN : {};
    return new Resource(await answerOf(batch, this.resultsOf(pactId, batchId)), undefined, headers);
  }

  /** What has been written stays, and is told; the rest is thrown away. Once more changes nothing. */
  cancel(principal: Principal, pactId: string, batchId: string): Promise<Resource> {
    return this.database.transaction(async () => {
      const isCancelled = await this.waiting.cancel(pactId, batchId, principal.id);
      if (isCancelled && (await this.waiting.settle({ pactId, batchId }, { as: 'cancelled' }))) {
        await this.store.requestFigures(pactId);
      }
      const batch = await this.find(principal, pactId, batchId);
      if (!isCancelled && batch.status !== 'cancelled') throw cannotBeCancelled();
      return new Resource(await answerOf(batch, this.resultsOf(pactId, batchId)));
    });
  }

  async results(principal: Principal, pactId: string, batchId: string): Promise<Streamed> {
    await this.find(principal, pactId, batchId);
    return new Streamed(NDJSON, stretches(this.resultsOf(pactId, batchId), false));
  }

  private resultsOf(pactId: string, batchId: string): NextResults {
    return (position, rejectedOnly) => this.queries.nextResults(pactId, batchId, position, rejectedOnly);
  }

  /** Rows name people by the ids of their system, so only who pushed a batch reads them. */
  private async find(principal: Principal, pactId: string, batchId: string): Promise<BatchRow> {
    const batch = await this.queries.show(pactId, batchId, principal.id);
    if (batch === undefined) throw notFound();
    return batch;
  }
}
