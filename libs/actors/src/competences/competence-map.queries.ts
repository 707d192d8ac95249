import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import type { CompetenceMapQuery } from './competence.dto.js';

const { code, json, jsonText, list, optional, scalar, text } = jsonSql;

const MOST_TOLD = 500;

const MEMBER = jsonText({
  memberId: code('o.member_id'),
  actorId: code('o.actor_id'),
  name: text('o.name'),
  system: code('o.system'),
  detail: optional(text('o.detail')),
  territory: list('o.places'),
});

const BODY = jsonText({
  code: code('m.code'),
  coverage: code('m.coverage'),
  isNeeded: scalar('m.is_needed'),
  need: optional(text('m.need')),
  offeredBy: json('m.offered_by'),
  offers: scalar('m.offers'),
  missingIn: list('m.missing_in'),
});

/** Where an offer holds: where it says, else where its actor is, else in the whole pact. */
const OFFERS = `
  select c.code, m.id as member_id, a.id as actor_id, a.name, a.system, c.detail,
    case when c.territory <> '{}' then c.territory when a.territory <> '{}' then a.territory
      else p.territory end as places
  from pact p
    join membership m on m.pact_id = p.id and m.state <> 'withdrawn'
    join actor a on a.id = m.actor_id
    join actor_competence c on c.actor_id = a.id
  where p.id = $1 and ($5::text is null or a.system = $5)`;

const NEEDS = `
  select n.code, n.detail, case when n.territory <> '{}' then n.territory else p.territory end as places
  from pact p join competence_need n on n.pact_id = p.id
  where p.id = $1`;

/** By code: members are told up to a bound, but all of them count. A need without any place is met by any offer. */
const MAP = `
  with offer as materialized (${OFFERS}), need as materialized (${NEEDS}),
  offered as (
    select o.code, count(*) as offers,
      '[' || coalesce(string_agg(${MEMBER}, ',' order by o.name, o.member_id) filter (where o.place <= ${MOST_TOLD}), '')
        || ']' as offered_by
    from (select *, row_number() over (partition by code order by name, member_id) as place from offer) o
    group by o.code),
  met as (select distinct o.code, place from offer o, unnest(o.places) as place),
  judged as (
    select coalesce(n.code, o.code) as code, n.code is not null as is_needed, n.detail as need, n.places,
      coalesce(o.offers, 0) as offers, coalesce(o.offered_by, '[]') as offered_by,
      array(select wanted.place from unnest(n.places) as wanted (place)
        where not exists (select from met where met.code = n.code and met.place = wanted.place)
        order by wanted.place) as missing_in
    from need n full join offered o on o.code = n.code)
  select j.*, case when not is_needed then 'not_needed'
      when offers = 0 or (places <> '{}' and cardinality(missing_in) = cardinality(places)) then 'missing'
      when missing_in <> '{}' then 'partly' else 'covered' end as coverage
  from judged j
  where $4::text is null or $4 = any(missing_in)
    or exists (select from met where met.code = j.code and met.place = $4)`;

@Injectable()
export class CompetenceMapQueries {
  constructor(private readonly database: Database) {}

  list(
    pactId: string,
    query: CompetenceMapQuery,
    after: string | undefined,
  ): Promise<{ code: string; body: string }[]> {
    return this.database.in(pactId).query(
      `select m.code, ${BODY} as body from (${MAP}) m
       where ($2::text is null or m.code > $2) and ($6::text is null or m.coverage = $6)
       order by m.code limit $3`,
      [
        pactId,
        after ?? null,
        limitOf(query) + 1,
        query.municipality ?? null,
        query.system ?? null,
        query.coverage ?? null,
      ],
    );
  }
}
