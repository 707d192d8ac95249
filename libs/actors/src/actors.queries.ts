import { Injectable } from '@nestjs/common';
import { containing, Database, jsonSql, limitOf } from '#platform';
import type { ActorListQuery } from './actor.dto.js';
import type { ServiceOffer } from './actor.entity.js';

const { code, instant, json, jsonText, list, optional, scalar, text } = jsonSql;

const BODY = jsonText({
  id: code('id'),
  name: text('name'),
  system: code('system'),
  kind: code('kind'),
  taxCode: optional(code('tax_code')),
  territory: list('territory'),
  contacts: json('contacts'),
  webPage: optional(text('web_page')),
  competences: list('competences'),
  services: json('services'),
  version: scalar('version'),
  createdAt: instant('created_at'),
  updatedAt: instant('updated_at'),
});

export interface ActorRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

@Injectable()
export class ActorsQueries {
  constructor(private readonly database: Database) {}

  show(id: string): Promise<ActorRow | undefined> {
    return this.database.one(`select id, version, ${BODY} as body from actor where id = $1`, [id]);
  }

  /** What it offers now; whoever changes that changes its version too. */
  async services(id: string): Promise<ServiceOffer[]> {
    const row = await this.database.one<{ services: ServiceOffer[] }>(
      'select services from actor where id = $1',
      [id],
    );
    return row?.services ?? [];
  }

  /** Whether it is a member of other pacts than these. */
  async takesPartElsewhere(id: string, pacts: readonly string[]): Promise<boolean> {
    const row = await this.database.acrossPacts.one<{ elsewhere: boolean }>(
      `select exists (select from membership where actor_id = $1 and pact_id <> all($2::uuid[])) as elsewhere`,
      [id, pacts],
    );
    return row?.elsewhere === true;
  }

  /** Whether it is a member of other pacts, and of none of these. */
  async takesPartElsewhereOnly(id: string, pacts: readonly string[]): Promise<boolean> {
    const row = await this.database.acrossPacts.one<{ elsewhere: boolean | null }>(
      `select bool_and(pact_id <> all($2::uuid[])) as elsewhere from membership where actor_id = $1`,
      [id, pacts],
    );
    return row?.elsewhere === true;
  }

  list(query: ActorListQuery, after: string[] | undefined): Promise<ActorRow[]> {
    return this.database.query(
      `select id, version, ${BODY} as body from actor
       where ($1::uuid is null or id > $1)
         and ($2::text is null or system = $2)
         and ($3::text is null or kind = $3)
         and ($4::text is null or name ilike $4)
       order by id limit $5`,
      [after?.[0] ?? null, query.system ?? null, query.kind ?? null, containing(query.q), limitOf(query) + 1],
    );
  }
}
