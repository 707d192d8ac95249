import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { notFound, Pages, Resource, Streamed, type Page, type PageQuery } from '#platform';
import { answerOf, NDJSON, stretches, type NextResults } from '../batches/results.js';
import { RegionalStore, type RegionalRow } from './regional.store.js';

/** What is told afterwards of batches for many pacts, to who pushed them. */
@Injectable()
export class RegionalBatchesService {
  constructor(
    private readonly store: RegionalStore,
    private readonly pages: Pages,
  ) {}

  async list(principal: Principal, query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, 'regional-batches', principal.id);
    return list.page(await this.store.list(query, list.after, principal.id), (row) => [row.id]);
  }

  async show(principal: Principal, batchId: string): Promise<Resource> {
    const batch = await this.find(principal, batchId);
    return new Resource(await answerOf(batch, this.resultsOf(batchId)));
  }

  async results(principal: Principal, batchId: string): Promise<Streamed> {
    await this.find(principal, batchId);
    return new Streamed(NDJSON, stretches(this.resultsOf(batchId), false));
  }

  private resultsOf(batchId: string): NextResults {
    return (position, rejectedOnly) => this.store.nextResults(batchId, position, rejectedOnly);
  }

  private async find(principal: Principal, batchId: string): Promise<RegionalRow> {
    const batch = await this.store.show(batchId, principal.id);
    if (batch === undefined) throw notFound();
    return batch;
  }
}
