import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import {
  composedResource,
  Created,
  invalidRequest,
  notFound,
  Pages,
  type Resource,
  type Page,
  type PageQuery,
} from '#platform';
import { AgendaChanges } from '../agenda-changes.js';
import { TreesStore } from '../trees/trees.store.js';
import { EntriesStore, type Seen } from './entries.store.js';
import type { EntryShape, Reference } from './entry.shape.js';

/** What is done with any entry of the agenda. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly changes: AgendaChanges,
    private readonly pages: Pages,
    private readonly store: EntriesStore,
    private readonly trees: TreesStore,
  ) {}

  create<Terms extends object>(pactId: string, shape: EntryShape<Terms>, terms: Terms): Promise<Created> {
    return this.writing(pactId, shape, async () => {
      await this.checkReferences(pactId, shape, terms);
      const id = uuidv7();
      await this.store.insert(pactId, shape, id, terms);
      const at = `/v1/pacts/${pactId}/${shape.collection}/${id}`;
      return new Created(at, await this.get(pactId, shape, id));
    });
  }

  async get<Terms extends object>(pactId: string, shape: EntryShape<Terms>, id: string): Promise<Resource> {
    const row = await this.store.show(pactId, shape, id);
    if (row === undefined) throw notFound();
    return composedResource(row.body, row.version);
  }

  async list<Terms extends object>(
    pactId: string,
    shape: EntryShape<Terms>,
    query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, shape.collection, pactId);
    return list.page(await this.store.list(pactId, shape, query, list.after), (row) => [row.id]);
  }

  change<Terms extends object>(
    pactId: string,
    shape: EntryShape<Terms>,
    seen: Seen,
    patch: Partial<Terms>,
  ): Promise<Resource> {
    return this.writing(pactId, shape, async () => {
      await this.checkReferences(pactId, shape, patch);
      await this.store.update(pactId, shape, seen, patch);
      return this.get(pactId, shape, seen.id);
    });
  }

  async remove<Terms extends object>(pactId: string, shape: EntryShape<Terms>, seen: Seen): Promise<void> {
    await this.writing(pactId, shape, () => this.store.delete(pactId, shape, seen));
  }

  private writing<Terms extends object, T>(
    pactId: string,
    { tree }: EntryShape<Terms>,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.changes.inTurn(pactId, async () => {
      const result = await work();
      if (tree !== undefined) await this.trees.touch(pactId, tree);
      return result;
    });
  }

  private async checkReferences<Terms extends object>(
    pactId: string,
    { references }: EntryShape<Terms>,
    terms: Partial<Terms>,
  ): Promise<void> {
    const missing = await this.store.missing(pactId, references?.(terms) ?? []);
    if (missing.length > 0) throw invalidRequest(missing.map(faultOf));
  }
}

const faultOf = ({ pointer, to }: Reference) => ({
  pointer,
  code: `unknown-${to}`,
  detail: to === 'actor' ? 'There is no actor with this id.' : `The pact has no ${to} with this id.`,
});
