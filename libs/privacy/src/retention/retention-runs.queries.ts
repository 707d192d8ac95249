import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import type { RetentionRunListQuery } from './retention-run.dto.js';

const { code, instant, json, jsonText, scalar } = jsonSql;

const BODY = jsonText({
  id: code('id'),
  startedAt: instant('started_at'),
  finishedAt: instant('finished_at'),
  pacts: scalar('pacts'),
  removed: json('removed'),
  identitiesLeftBehind: scalar('identities_left_behind'),
});

@Injectable()
export class RetentionRunsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(
    query: RetentionRunListQuery,
    after: readonly string[] | undefined,
  ): Promise<{ id: string; body: string }[]> {
    return this.database.query(
      `select id, ${BODY} as body from retention_run where ($1::uuid is null or id < $1) order by id desc limit $2`,
      [after?.[0] ?? null, limitOf(query) + 1],
    );
  }
}
