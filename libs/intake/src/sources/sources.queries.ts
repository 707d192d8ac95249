import { Injectable } from '@nestjs/common';
import { sourceScope } from '#identity';
import { Database } from '#platform';
import type { SourceHolder } from './source.js';

/** Whether living keys, or people, have the scope. */
const isLent = (scope: string): string =>
  ['api_key', 'role_grant']
    .map(
      (table) => `exists (select from ${table} where scopes @> array[${scope}] and revoked_at is null
        and (expires_at is null or expires_at > now()))`,
    )
    .join(' or ');

@Injectable()
export class SourcesQueries {
  constructor(private readonly database: Database) {}

  /** Whose a source is: of the key that pushed under it first, unless living keys or people were told to speak for it. */
  async holderOf(source: string): Promise<SourceHolder> {
    const row = await this.database.one<{ ownerId: string | null; lent: boolean }>(
      `select (select owner_id from outcome_source where code = $1) as "ownerId", (${isLent('$2')}) as lent`,
      [source, sourceScope(source)],
    );
    return { ownerId: row?.ownerId ?? undefined, lent: row?.lent === true };
  }

  /** The sources that somebody who was told of none speaks for. */
  async heldBy(ownerId: string): Promise<string[]> {
    const rows = await this.database.query<{ code: string }>(
      `select code from outcome_source where owner_id = $1 and not (${isLent(`$2 || code`)}) order by code`,
      [ownerId, sourceScope('')],
    );
    return rows.map(({ code }) => code);
  }
}
