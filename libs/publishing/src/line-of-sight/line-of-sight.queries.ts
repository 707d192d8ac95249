import { Injectable } from '@nestjs/common';
import { Database, limitOf, notFound, Resource } from '#platform';
import { GAPS } from './gaps.sql.js';
import type { GapListQuery } from './line-of-sight.dto.js';
import { SIGHT_ABOVE } from './sight-above.sql.js';
import { SIGHT_BELOW } from './sight-below.sql.js';

interface GapRow {
  readonly kind: string;
  readonly id: string;
  readonly body: string;
}

/** How what is done hangs together with why it is done: each question is one statement over the tables of many libs. */
@Injectable()
export class LineOfSightQueries {
  constructor(private readonly database: Database) {}

  below(pactId: string, objectiveId: string): Promise<Resource> {
    return this.show(SIGHT_BELOW, pactId, objectiveId);
  }

  above(pactId: string, commitmentId: string): Promise<Resource> {
    return this.show(SIGHT_ABOVE, pactId, commitmentId);
  }

  gaps(pactId: string, query: GapListQuery, after: string[] | undefined): Promise<GapRow[]> {
    const [kind, id] = after ?? [];
    return this.database
      .in(pactId)
      .query(GAPS, [pactId, query.kind ?? null, kind ?? null, id ?? null, limitOf(query) + 1]);
  }

  private async show(statement: string, pactId: string, id: string): Promise<Resource> {
    const row = await this.database.in(pactId).one<{ body: string }>(statement, [pactId, id]);
    if (row === undefined) throw notFound();
    return new Resource(row.body);
  }
}
