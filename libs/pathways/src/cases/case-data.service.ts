import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { limitOf, notFound, Pages, Resource, type Page } from '#platform';
import { CaseAccessLog } from './case-access-log.js';
import type { CaseRequest, Purpose } from './case-access.js';
import type {
  CaseDataQuery,
  EmploymentSpellListQuery,
  ParticipantListQuery,
  PathwayListQuery,
  RecordListQuery,
} from './case-data.dto.js';
import { CaseDataQueries, type CaseRow, type NotedList, type Stretch } from './case-data.queries.js';
import { reachOf } from './reach.rules.js';

/** Someone asks for case data of a pact. */
export interface Asking {
  readonly pactId: string;
  readonly principal: Principal;
  readonly request: CaseRequest;
}

/** Shows of people what the caller answers for, and notes that it was shown. */
@Injectable()
export class CaseDataService {
  constructor(
    private readonly queries: CaseDataQueries,
    private readonly log: CaseAccessLog,
    private readonly pages: Pages,
  ) {}

  participants(asking: Asking, query: ParticipantListQuery): Promise<Page> {
    return this.page('participants', asking, query, (stretch) => this.queries.participants(stretch));
  }

  pathways(asking: Asking, query: PathwayListQuery): Promise<Page> {
    return this.page('pathways', asking, query, (stretch) => this.queries.pathways(stretch));
  }

  employmentSpells(asking: Asking, query: EmploymentSpellListQuery): Promise<Page> {
    return this.page('employment-spells', asking, query, (stretch) => this.queries.employmentSpells(stretch));
  }

  noted(list: NotedList, asking: Asking, query: RecordListQuery): Promise<Page> {
    return this.page(list, asking, query, (stretch) => this.queries.noted(list, stretch));
  }

  async participant(asking: Asking, participantId: string, { purpose }: CaseDataQuery): Promise<Resource> {
    const { body } = await this.reading(
      asking,
      purpose,
      async () => {
        const { pactId, principal } = asking;
        const found = await this.queries.participant(pactId, participantId, reachOf(principal));
        if (found === undefined) throw notFound();
        return found;
      },
      (row) => [row.participantId],
    );
    return new Resource(body);
  }

  private async page<Query extends ParticipantListQuery>(
    name: string,
    asking: Asking,
    query: Query,
    read: (stretch: Stretch<Query>) => Promise<CaseRow[]>,
  ): Promise<Page> {
    const { pactId, principal } = asking;
    const list = this.pages.of(query, name, pactId);
    const stretch = { pactId, reach: reachOf(principal), query, after: list.after };
    const rows = await this.reading(
      asking,
      query.purpose,
      () => read(stretch),
      (all) => all.slice(0, limitOf(query)).map((row) => row.participantId),
    );
    return list.page(rows, (row) => [row.id]);
  }

  private reading<Read>(
    { pactId, request }: Asking,
    purpose: Purpose,
    read: () => Promise<Read>,
    shown: (read: Read) => readonly string[],
  ): Promise<Read> {
    return this.log.reading(pactId, { ...request, purpose }, read, shown);
  }
}
