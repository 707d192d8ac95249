import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { OwnSources } from '#intake';
import { uuidv7 } from '#kernel';
import { Database, notFound, Pages, Resource, versionMismatch, type Page } from '#platform';
import type { FindingListQuery, FindingPatch } from './finding.dto.js';
import { alreadyCorrected } from './finding.problems.js';
import { FindingsQueries, type FindingRow } from './findings.queries.js';

export interface FindingIn {
  readonly pactId: string;
  readonly findingId: string;
  readonly principal: Principal;
}

/** What is wrong with the data, for those who can put it right: a partner is told of its own sources. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: FindingsQueries,
    private readonly sources: OwnSources,
    private readonly pages: Pages,
  ) {}

  async list(pactId: string, principal: Principal, query: FindingListQuery): Promise<Page> {
    const list = this.pages.of(query, 'data-quality-findings', pactId);
    const rows = await this.queries.list(pactId, await this.sources.of(principal), query, list.after);
    return list.page(rows, ({ sortKey }) => sortKey);
  }

  async show(of: FindingIn): Promise<Resource> {
    const { body, version } = await this.find(of);
    return new Resource(body, version);
  }

  /** Notes what somebody says of a finding, and who. The records decide in the end: docs/adr/0030. */
  settle(of: FindingIn, seen: number, { state, note }: FindingPatch): Promise<Resource> {
    const { pactId, findingId, principal } = of;
    return this.database.transaction(async () => {
      const found = await this.find(of);
      if (found.version !== seen) throw versionMismatch();
      if (found.state === 'corrected') throw alreadyCorrected();
      const changed = await this.database.in(pactId).one(
        `update quality_finding set state = $3, changed_at = now(), version = version + 1
         where pact_id = $1 and id = $2 and version = $4 returning id`,
        [pactId, findingId, state, seen],
      );
      if (changed === undefined) throw versionMismatch();
      await this.database.in(pactId).query(
        `insert into quality_settlement (pact_id, id, finding_id, state, note, settled_by)
         values ($1, $2, $3, $4, $5, $6)`,
        [pactId, uuidv7(), findingId, state, note, principal.id],
      );
      return this.show(of);
    });
  }

  private async find({ pactId, findingId, principal }: FindingIn): Promise<FindingRow> {
    const row = await this.queries.show(pactId, findingId, await this.sources.of(principal));
    if (row === undefined) throw notFound();
    return row;
  }
}
