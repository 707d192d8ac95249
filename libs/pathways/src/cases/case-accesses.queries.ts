import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf } from '#platform';
import type { CaseAccessListQuery } from './case-accesses.dto.js';

const { code, instant, jsonText, list, text } = jsonSql;

const BODY = jsonText({
  id: code('id'),
  at: instant('at'),
  principalId: text('principal_id'),
  operation: code('operation'),
  purpose: code('purpose'),
  participants: list('participants'),
  requestId: text('request_id'),
});

@Injectable()
export class CaseAccessesQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(
    pactId: string,
    query: CaseAccessListQuery,
    after: readonly string[] | undefined,
  ): Promise<{ id: string; body: string }[]> {
    return this.database.in(pactId).query(
      `select id, ${BODY} as body from case_data_access
       where pact_id = $1 and ($2::uuid is null or id < $2)
         and ($3::uuid is null or $3 = any(participants)) and ($4::text is null or principal_id = $4)
         and ($5::text is null or operation = $5) and ($6::text is null or purpose = $6)
       order by id desc limit $7`,
      [
        pactId,
        after?.[0] ?? null,
        query.participantId ?? null,
        query.principalId ?? null,
        query.operation ?? null,
        query.purpose ?? null,
        limitOf(query) + 1,
      ],
    );
  }
}
