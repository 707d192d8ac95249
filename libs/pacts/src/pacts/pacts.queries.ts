import { Injectable } from '@nestjs/common';
import { SYSTEMS } from '#actors';
import { containing, Database, jsonSql, limitOf, type PageQuery } from '#platform';
import type { RatificationRule } from '../members/ratification.rules.js';
import type { PactListQuery } from './pact.dto.js';
import type { PactState } from './pact.rules.js';

const { code, instant, json, jsonText, list, optional, scalar, text } = jsonSql;

const VERSION_IN_FORCE = `(select max(v.number) from pact_version v
  where v.pact_id = p.id and v.in_force_at is not null)`;

/** A member that announced its withdrawal still counts for its system: it is bound until it has left. */
const MISSING_SYSTEMS = `select coalesce(json_agg(system order by position), '[]')
  from unnest(array['${SYSTEMS.join("', '")}']) with ordinality as s (system, position)
  where not exists (
    select from membership m join actor a on a.id = m.actor_id
    where m.pact_id = p.id and m.state in ('signed', 'withdrawing') and a.system = s.system)`;

const BODY = jsonText({
  id: code('p.id'),
  title: text('p.title'),
  commonAgenda: text('p.common_agenda'),
  territory: list('p.territory'),
  startsOn: code('p.starts_on'),
  endsOn: optional(code('p.ends_on')),
  ratificationRule: json('p.ratification_rule'),
  state: code('p.state'),
  versionInForce: optional(scalar(VERSION_IN_FORCE)),
  missingSystems: json(MISSING_SYSTEMS),
  version: scalar('p.version'),
  createdAt: instant('p.created_at'),
  updatedAt: instant('p.updated_at'),
});

const TRANSITION_BODY = jsonText({
  id: code('id'),
  from: code('from_state'),
  to: code('to_state'),
  reason: optional(text('reason')),
  madeBy: text('made_by'),
  madeAt: instant('made_at'),
});

export interface PactRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/** A pact that nobody else changes while the transaction lasts. */
export interface HeldPact {
  readonly state: PactState;
  readonly version: number;
  readonly ratificationRule: RatificationRule;
  readonly published: boolean;
  readonly versionInForce: number | null;
}

@Injectable()
export class PactsQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string): Promise<PactRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select p.id, p.version, ${BODY} as body from pact p where p.id = $1`, [pactId]);
  }

  /** `entered`: the pacts the caller belongs to; nothing for one that belongs to all. */
  list(
    query: PactListQuery,
    entered: readonly string[] | undefined,
    after: string[] | undefined,
  ): Promise<PactRow[]> {
    return this.database.acrossPacts.query(
      `select p.id, p.version, ${BODY} as body from pact p
       where ($1::uuid is null or p.id > $1)
         and ($2::uuid[] is null or p.id = any($2))
         and ($3::text is null or p.state = $3)
         and ($4::text is null or p.title ilike $4)
       order by p.id limit $5`,
      [after?.[0] ?? null, entered ?? null, query.state ?? null, containing(query.q), limitOf(query) + 1],
    );
  }

  hold(pactId: string): Promise<HeldPact | undefined> {
    return this.database.in(pactId).one(
      `select p.state, p.version, p.ratification_rule as "ratificationRule",
         exists (select from pact_version v where v.pact_id = p.id and v.published_at is not null) as published,
         ${VERSION_IN_FORCE} as "versionInForce"
       from pact p where p.id = $1 for no key update`,
      [pactId],
    );
  }

  /** The state of the pact, which others may read likewise and nobody changes while the transaction lasts. */
  async holdState(pactId: string): Promise<PactState | undefined> {
    const statement = 'select state from pact where id = $1 for share';
    return (await this.database.in(pactId).one<{ state: PactState }>(statement, [pactId]))?.state;
  }

  transitions(
    pactId: string,
    query: PageQuery,
    after: string[] | undefined,
  ): Promise<{ id: string; body: string }[]> {
    return this.database.in(pactId).query(
      `select id, ${TRANSITION_BODY} as body from pact_transition
       where pact_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [pactId, after?.[0] ?? null, limitOf(query) + 1],
    );
  }
}
