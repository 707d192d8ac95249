import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import type { ApplicationListQuery } from './application.dto.js';

const { code, instant, json, jsonText, scalar, text } = jsonSql;

const BODY = jsonText({
  id: code('id'),
  template: text('template'),
  templateVersion: scalar('template_version'),
  language: code('language'),
  counts: json('counts'),
  appliedBy: text('applied_by'),
  appliedAt: instant('applied_at'),
});

@Injectable()
export class ApplicationsQueries {
  constructor(private readonly database: Database) {}

  list(
    pactId: string,
    query: ApplicationListQuery,
    after: string[] | undefined,
  ): Promise<{ id: string; body: string }[]> {
    return this.database.in(pactId).query(
      `select id, ${BODY} as body from template_application
       where pact_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [pactId, after?.[0] ?? null, limitOf(query) + 1],
    );
  }
}
