import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import { titleOf } from '../titles.js';
import type { CallListQuery } from './call.dto.js';
import type { SourceRow } from './programmes.queries.js';

const { code, instant, json, jsonText, optional, scalar, text } = jsonSql;

const ALLOCATION = jsonText({ territory: code('x.territory'), amountCents: scalar('x.amount_cents') });

const BODY = jsonText({
  id: code('c.id'),
  programmeId: code('c.programme_id'),
  code: text('c.code'),
  title: titleOf('c'),
  isCompetitive: scalar('c.is_competitive'),
  opensOn: optional(code('c.opens_on')),
  closesOn: optional(code('c.closes_on')),
  allocations: json(`(
    select '[' || coalesce(string_agg(${ALLOCATION}, ',' order by x.territory), '') || ']'
    from funding_call_allocation x where x.call_id = c.id)`),
  version: scalar('c.version'),
  createdAt: instant('c.created_at'),
  updatedAt: instant('c.updated_at'),
});

@Injectable()
export class CallsQueries {
  constructor(private readonly database: Database) {}

  show(id: string): Promise<SourceRow | undefined> {
    return this.database.one(`select c.id, c.version, ${BODY} as body from funding_call c where c.id = $1`, [
      id,
    ]);
  }

  list(query: CallListQuery, after: string[] | undefined): Promise<SourceRow[]> {
    return this.database.query(
      `select c.id, c.version, ${BODY} as body from (
         select * from funding_call
         where ($1::uuid is null or id > $1)
           and ($2::uuid is null or programme_id = $2)
           and ($3::date is null or opens_on <= $3 and (closes_on is null or closes_on >= $3))
         order by id limit $4
       ) c order by c.id`,
      [after?.[0] ?? null, query.programmeId ?? null, query.openOn ?? null, limitOf(query) + 1],
    );
  }
}
