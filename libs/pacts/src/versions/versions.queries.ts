import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, type PageQuery } from '#platform';

const { code, instant, jsonText, optional, scalar, text } = jsonSql;

const SUMMARY = {
  number: scalar('number'),
  contentHash: optional(code('content_hash')),
  publishedAt: optional(instant('published_at')),
  decisionId: optional(code('decision_id')),
  inForceAt: optional(instant('in_force_at')),
  version: scalar('version'),
  createdAt: instant('created_at'),
};

export interface VersionRow {
  readonly number: number;
  readonly version: number;
  readonly published: boolean;
  readonly body: string;
}

@Injectable()
export class VersionsQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, number: number): Promise<VersionRow | undefined> {
    return this.database.in(pactId).one(
      `select number, version, published_at is not null as published,
         ${jsonText({ ...SUMMARY, text: text('text') })} as body
       from pact_version where pact_id = $1 and number = $2`,
      [pactId, number],
    );
  }

  list(
    pactId: string,
    query: PageQuery,
    after: string[] | undefined,
  ): Promise<{ id: string; body: string }[]> {
    return this.database.in(pactId).query(
      `select id, ${jsonText(SUMMARY)} as body
       from pact_version where pact_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [pactId, after?.[0] ?? null, limitOf(query) + 1],
    );
  }

  /** The hash of a published version, or that it is not published; nothing when there is no such version. */
  contentHash(pactId: string, number: number): Promise<{ hash: string | null } | undefined> {
    return this.database
      .in(pactId)
      .one(`select content_hash as hash from pact_version where pact_id = $1 and number = $2`, [
        pactId,
        number,
      ]);
  }
}
