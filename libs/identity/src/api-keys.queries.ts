import { Injectable } from '@nestjs/common';
import { Database, instantJson, limitOf, type PageQuery } from '#platform';
import type { Kind } from './principal.js';

export interface KeyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly secretHash: Buffer;
  readonly pacts: string[];
  readonly actorId: string | null;
  readonly scopes: string[];
  readonly expiresAt: Date | null;
}

const BODY = `json_strip_nulls(json_build_object(
  'id', id, 'name', name, 'kind', kind, 'pacts', to_json(pacts), 'actorId', actor_id, 'scopes', to_json(scopes),
  'expiresAt', ${instantJson('expires_at')}, 'revokedAt', ${instantJson('revoked_at')},
  'createdAt', ${instantJson('created_at')}))::text as body`;

@Injectable()
export class ApiKeysQueries {
  constructor(private readonly database: Database) {}

  /** The key, unless it is unknown, revoked or expired. */
  live(id: string): Promise<KeyRow | undefined> {
    return this.database.one<KeyRow>(
      `select id, name, kind, secret_hash as "secretHash", pacts, actor_id as "actorId", scopes,
         expires_at as "expiresAt"
       from api_key where id = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
      [id],
    );
  }

  show(id: string): Promise<{ body: string } | undefined> {
    return this.database.one(`select ${BODY} from api_key where id = $1`, [id]);
  }

  list(query: PageQuery, after: string[] | undefined): Promise<{ id: string; body: string }[]> {
    return this.database.query(
      `select id, ${BODY} from api_key where ($1::uuid is null or id > $1) order by id limit $2`,
      [after?.[0] ?? null, limitOf(query) + 1],
    );
  }
}
