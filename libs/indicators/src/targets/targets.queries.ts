import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, notFound, type PageQuery } from '#platform';
import type { TargetListQuery } from './target.dto.js';

const { code, decimal, instant, json, jsonText, optional, scalar, text } = jsonSql;

const BASELINE = jsonText({ value: decimal('baseline_value'), period: optional(text('baseline_period')) });

const TERMS = {
  value: decimal('value'),
  baseline: optional(json(BASELINE)),
  direction: code('direction'),
  ownerMemberId: optional(code('owner_member_id')),
  rationale: optional(text('rationale')),
};

const DECISION = `(select v.decision_id from target_version v
  where v.pact_id = target.pact_id and v.target_id = target.id and v.version = target.version)`;

/** What a version of a target says. */
export const TERMS_TEXT = jsonText(TERMS);

const BODY = jsonText({
  id: code('id'),
  pactId: code('pact_id'),
  indicator: text('indicator'),
  type: code('indicator_type'),
  period: text('period'),
  breakdown: json('breakdown'),
  ...TERMS,
  decisionId: optional(code(DECISION)),
  version: scalar('version'),
  createdAt: instant('created_at'),
  updatedAt: instant('updated_at'),
  removedAt: optional(instant('removed_at')),
});

const VERSION_BODY = jsonText({
  version: scalar('v.version'),
  change: code('v.change'),
  terms: json('v.terms'),
  decisionId: optional(code('v.decision_id')),
  madeBy: text('v.made_by'),
  madeAt: instant('v.made_at'),
});

export interface TargetRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

@Injectable()
export class TargetsQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string): Promise<TargetRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select id, version, ${BODY} as body from target where pact_id = $1 and id = $2`, [pactId, id]);
  }

  list(pactId: string, query: TargetListQuery, after: string[] | undefined): Promise<TargetRow[]> {
    return this.database.in(pactId).query(
      `select id, version, ${BODY} as body from target
       where pact_id = $1 and removed_at is null and ($2::uuid is null or id > $2)
         and ($3::text is null or indicator = $3) and ($4::text is null or period = $4)
       order by id limit $5`,
      [pactId, after?.[0] ?? null, query.indicator ?? null, query.period ?? null, limitOf(query) + 1],
    );
  }

  /** First to last. @throws Problem `not-found` where there is no such target. */
  async versions(pactId: string, id: string, query: PageQuery, after: string[] | undefined) {
    const rows = await this.database.in(pactId).query<{ version: number | null; body: string }>(
      `select v.version, ${VERSION_BODY} as body
       from target t left join target_version v
         on v.pact_id = t.pact_id and v.target_id = t.id and ($3::int is null or v.version > $3)
       where t.pact_id = $1 and t.id = $2 order by v.version limit $4`,
      [pactId, id, after?.[0] ?? null, limitOf(query) + 1],
    );
    if (rows.length === 0) throw notFound();
    return rows.flatMap(({ version, body }) => (version === null ? [] : [{ version, body }]));
  }
}
