import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Database } from '#platform';
import type { Kind, Role } from '../role.rules.js';

export interface KnownPerson {
  readonly id: string;
  readonly granted: readonly Role[];
  /** When the first of the grants ends by itself, in milliseconds. */
  readonly unchangedUntil: number;
}

interface GrantedRow {
  readonly id: string;
  readonly kind: Kind | null;
  readonly pactId: string | null;
  readonly actorId: string | null;
  readonly scopes: string[] | null;
  readonly expiresAt: Date | null;
}

/** People as the issuer names them, under an id that says nothing about them. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly database: Database) {}

  /** The person and its grants in force. */
  async find(issuer: string, subject: string): Promise<KnownPerson | undefined> {
    const rows = await this.database.query<GrantedRow>(
      `select p.id, g.kind, g.pact_id as "pactId", g.actor_id as "actorId", g.scopes, g.expires_at as "expiresAt"
       from person p left join role_grant g on g.person_id = p.id and g.revoked_at is null
         and (g.expires_at is null or g.expires_at > now())
       where p.issuer = $1 and p.subject = $2`,
      [issuer, subject],
    );
    const [first] = rows;
    const ends = rows.map(({ expiresAt }) => expiresAt?.getTime() ?? Infinity);
    return first && { id: first.id, granted: rows.flatMap(grantedRole), unchangedUntil: Math.min(...ends) };
  }

  /** The person's id, a new one at first sight. */
  async idOf(issuer: string, subject: string): Promise<string> {
    const row = await this.database.one<{ id: string }>(
      `insert into person (id, issuer, subject) values ($1, $2, $3)
       on conflict on constraint person_subject_uq do update set subject = excluded.subject returning id`,
      [uuidv7(), issuer, subject],
    );
    return row?.id ?? '';
  }
}

function grantedRole({ kind, pactId, actorId, scopes }: GrantedRow): Role[] {
  if (kind === null) return [];
  const pacts = pactId === null ? [] : [pactId];
  return [{ kind, pacts, scopes: scopes ?? [], ...(actorId !== null && { actorId }) }];
}
