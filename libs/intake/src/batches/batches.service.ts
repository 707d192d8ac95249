import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { notFound, Pages, Resource, Streamed, type Page } from '#platform';
import type { BatchListQuery } from './batch.dto.js';
import { BatchesQueries, type BatchRow } from './batches.queries.js';
import { answerOf, stretches } from './results.js';

const NDJSON = 'application/x-ndjson; charset=utf-8';

/** What is told of batches afterwards. */
@Injectable()
export class BatchesService {
  constructor(
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
    return new Resource(await answerOf(this.queries, pactId, batch));
  }

  async results(principal: Principal, pactId: string, batchId: string): Promise<Streamed> {
    await this.find(principal, pactId, batchId);
    return new Streamed(NDJSON, stretches(this.queries, pactId, batchId, false));
  }

  /** Rows name people by the ids of their system, so only who pushed a batch reads them. */
  private async find(principal: Principal, pactId: string, batchId: string): Promise<BatchRow> {
    const batch = await this.queries.show(pactId, batchId, principal.id);
    if (batch === undefined) throw notFound();
    return batch;
  }
}
