import { Injectable } from '@nestjs/common';
import { limitOf, notFound, Pages, type Page } from '#platform';
import { CaseAccessLog } from './case-access-log.js';
import type { Asking } from './case-data.service.js';
import type { RecordHistoryQuery } from './record-history.dto.js';
import { RecordHistoryQueries, type RememberedName } from './record-history.queries.js';
import { reachOf } from './reach.rules.js';

/** Tells what a record has said, and notes that it was told, as of all case data. */
@Injectable()
export class RecordHistoryService {
  constructor(
    private readonly queries: RecordHistoryQueries,
    private readonly log: CaseAccessLog,
    private readonly pages: Pages,
  ) {}

  async of(
    name: RememberedName,
    { pactId, principal, request }: Asking,
    recordId: string,
    query: RecordHistoryQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'record-history', pactId, recordId);
    const record = { pactId, recordId, reach: reachOf(principal) };
    const read = async () => {
      const person = await this.queries.personOf(name, record);
      if (person === undefined) throw notFound();
      return { person, rows: await this.queries.versions(name, record, person, query, list.after) };
    };
    const { rows } = await this.log.reading(
      pactId,
      { ...request, purpose: query.purpose },
      read,
      ({ person, rows: all }) => (all.slice(0, limitOf(query)).length > 0 ? [person] : []),
    );
    return list.page(rows, ({ sortKey }) => sortKey);
  }
}
