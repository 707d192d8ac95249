import { Injectable } from '@nestjs/common';
import { containing, Database, jsonSql, limitOf } from '#platform';
import { titleOf } from '../titles.js';
import type { ProgrammeListQuery } from './programme.dto.js';

const { code, instant, jsonText, optional, scalar, text } = jsonSql;

const BODY = jsonText({
  id: code('p.id'),
  code: text('p.code'),
  kind: code('p.kind'),
  title: titleOf('p'),
  startsOn: optional(code('p.starts_on')),
  endsOn: optional(code('p.ends_on')),
  version: scalar('p.version'),
  createdAt: instant('p.created_at'),
  updatedAt: instant('p.updated_at'),
});

export interface SourceRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

@Injectable()
export class ProgrammesQueries {
  constructor(private readonly database: Database) {}

  show(id: string): Promise<SourceRow | undefined> {
    return this.database.one(
      `select p.id, p.version, ${BODY} as body from funding_programme p where p.id = $1`,
      [id],
    );
  }

  list(query: ProgrammeListQuery, after: string[] | undefined): Promise<SourceRow[]> {
    return this.database.query(
      `select p.id, p.version, ${BODY} as body from funding_programme p
       where ($1::uuid is null or p.id > $1)
         and ($2::text is null or p.kind = $2)
         and ($3::text is null or p.code ilike $3 or p.title_it ilike $3 or p.title_en ilike $3)
       order by p.id limit $4`,
      [after?.[0] ?? null, query.kind ?? null, containing(query.q), limitOf(query) + 1],
    );
  }
}
