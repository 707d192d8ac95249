import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import type { AuditQuery } from './audit.dto.js';
import type { ChainedEntry, Head } from './chain.rules.js';

const { code, instant, json, jsonText, optional, scalar, text } = jsonSql;

const BODY = jsonText({
  seq: scalar('seq'),
  at: instant('at'),
  principal: text('principal'),
  request: optional(text('request')),
  entity: code('entity'),
  entityId: text('entity_id'),
  action: code('action'),
  before: optional(json('before')),
  after: optional(json('after')),
  prevHash: code(`encode(prev_hash, 'hex')`),
  hash: code(`encode(hash, 'hex')`),
});

/** What the hash covers: the same text as in audit_append (migration 0010), and not asked of the database's function. */
const HASHED = `jsonb_build_array(pact_id, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  principal, request, entity, entity_id, action, before, after)::text`;

/** An identifier of a part begins with that of the whole and a slash; `~` comes after all that may follow. */
const OF_ENTITY = `entity_id between $3 and $3 || '/~'`;

@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. The chain of all that pacts share has the id of no pact. */
  list(
    chain: string,
    query: AuditQuery,
    after: string[] | undefined,
  ): Promise<{ seq: string; body: string }[]> {
    const { entity, entityId, principal, from, to } = query;
    return this.database.in(chain).queryAfresh(
      `select seq, ${BODY} as body from audit_entry
       where pact_id = $1 and ($2::text is null or entity = $2) and ($3::text is null or ${OF_ENTITY})
         and ($4::text is null or principal = $4)
         and ($5::timestamptz is null or at >= $5) and ($6::timestamptz is null or at < $6)
         and ($7::bigint is null or seq < $7)
       order by seq desc limit $8`,
      [
        chain,
        ...[entity, entityId, principal, from, to, after?.[0]].map((value) => value ?? null),
        limitOf(query) + 1,
      ],
    );
  }

  async pactIds(): Promise<string[]> {
    const rows = await this.database.acrossPacts.query<{ id: string }>(`select id from pact order by id`);
    return rows.map((row) => row.id);
  }

  /** The next entries of a chain, oldest first, as they are verified. */
  stretch(chain: string, after: number, limit: number): Promise<ChainedEntry[]> {
    return this.database.in(chain).query(
      `select seq::float8 as seq, ${HASHED} as text, encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash
       from audit_entry where pact_id = $1 and seq > $2 order by seq limit $3`,
      [chain, after, limit],
    );
  }

  head(chain: string): Promise<Head | undefined> {
    return this.database
      .in(chain)
      .one(
        `select seq::float8 as seq, encode(hash, 'hex') as hash from audit_entry where pact_id = $1 order by seq desc limit 1`,
        [chain],
      );
  }

  async hashOf(chain: string, seq: number): Promise<string | undefined> {
    const row = await this.database
      .in(chain)
      .one<{ hash: string }>(
        `select encode(hash, 'hex') as hash from audit_entry where pact_id = $1 and seq = $2`,
        [chain, seq],
      );
    return row?.hash;
  }
}
