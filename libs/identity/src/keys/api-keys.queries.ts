import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, type PageQuery } from '#platform';
import type { Secrets } from './api-key.token.js';
import type { Kind } from '../principal.js';

export interface KeyRow extends Secrets {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly pacts: string[];
  readonly actorId: string | null;
  readonly scopes: string[];
  readonly expiresAt: Date | null;
}

const { code, instant, jsonText, list, optional, text } = jsonSql;

const BODY = jsonText({
  id: code('id'),
  name: text('name'),
  kind: code('kind'),
  pacts: list('pacts'),
  actorId: optional(code('actor_id')),
  scopes: list('scopes'),
  expiresAt: optional(instant('expires_at')),
  revokedAt: optional(instant('revoked_at')),
  lastUsedAt: optional(instant('last_used_at')),
  olderSecretUntil: optional(instant(`nullif(greatest(older_secret_until, now()), now())`)),
  createdAt: instant('created_at'),
});

@Injectable()
export class ApiKeysQueries {
  constructor(private readonly database: Database) {}

  /** The key, unless it is unknown, revoked or expired. */
  live(id: string): Promise<KeyRow | undefined> {
    return this.database.one<KeyRow>(
      `select id, name, kind, secret_hash as "secretHash", pacts, actor_id as "actorId", scopes,
         case when older_secret_until > now() then older_secret_hash end as "olderSecretHash",
         expires_at as "expiresAt"
       from api_key where id = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
      [id],
    );
  }

  show(id: string): Promise<{ body: string } | undefined> {
    return this.database.one(`select ${BODY} as body from api_key where id = $1`, [id]);
  }

  list(query: PageQuery, after: string[] | undefined): Promise<{ id: string; body: string }[]> {
    return this.database.query(
      `select id, ${BODY} as body from api_key where ($1::uuid is null or id > $1) order by id limit $2`,
      [after?.[0] ?? null, limitOf(query) + 1],
    );
  }
}
