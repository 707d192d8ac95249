import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, type PageQuery } from '#platform';
import type { Kind } from '../role.rules.js';

const { code, instant, jsonText, list, optional, text } = jsonSql;

const BODY = jsonText({
  id: code('g.id'),
  issuer: text('p.issuer'),
  subject: text('p.subject'),
  personId: code('p.id'),
  name: optional(text('g.name')),
  kind: code('g.kind'),
  pactId: optional(code('g.pact_id')),
  actorId: optional(code('g.actor_id')),
  scopes: list('g.scopes'),
  expiresAt: optional(instant('g.expires_at')),
  createdBy: text('g.created_by'),
  createdAt: instant('g.created_at'),
  revokedBy: optional(text('g.revoked_by')),
  revokedAt: optional(instant('g.revoked_at')),
});

const GRANTS = 'role_grant g join person p on p.id = g.person_id';

export interface GrantRow {
  readonly id: string;
  readonly kind: Kind;
  readonly body: string;
}

interface Filter extends PageQuery {
  readonly personId?: string;
}

/** Reads of grants; with a pact given, of those in it alone. */
@Injectable()
export class GrantsQueries {
  constructor(private readonly database: Database) {}

  show(id: string, pactId: string | undefined): Promise<GrantRow | undefined> {
    return this.database.one(
      `select g.id, g.kind, ${BODY} as body from ${GRANTS}
       where ($1::uuid is null or g.pact_id = $1) and g.id = $2`,
      [pactId ?? null, id],
    );
  }

  list(pactId: string | undefined, query: Filter, after: string[] | undefined): Promise<GrantRow[]> {
    return this.database.query(
      `select g.id, g.kind, ${BODY} as body from ${GRANTS}
       where ($1::uuid is null or g.pact_id = $1) and ($2::uuid is null or g.id > $2)
         and ($3::uuid is null or g.person_id = $3)
       order by g.id limit $4`,
      [pactId ?? null, after?.[0] ?? null, query.personId ?? null, limitOf(query) + 1],
    );
  }
}
