import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, type Language } from '#platform';
import type { AlertListQuery } from './alert.dto.js';
import { AlertRules } from './alert-rules.js';

const { code, instant, json, jsonText, optional, text } = jsonSql;

const SUBJECT = jsonText({ kind: code('subject_kind'), id: code('subject_id') });
const MUST_ACT = jsonText({ who: code('must_act'), actorId: optional(code('must_act_actor_id')) });

/** `$2` holds the labels of the kinds. An alert of a kind that is watched no more keeps its code. */
const BODY = jsonText({
  id: code('id'),
  kind: code('kind'),
  label: text('coalesce($2::jsonb ->> kind, kind)'),
  subject: json(SUBJECT),
  since: code('since'),
  mustAct: json(MUST_ACT),
  raisedAt: instant('raised_at'),
  resolvedAt: optional(instant('resolved_at')),
});

interface AlertRow {
  readonly id: string;
  readonly body: string;
}

@Injectable()
export class AlertsQueries {
  constructor(
    private readonly database: Database,
    private readonly rules: AlertRules,
  ) {}

  show(pactId: string, id: string, language: Language): Promise<AlertRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select id, ${BODY} as body from alert where pact_id = $1 and id = $3`, [
        pactId,
        this.rules.labels(language),
        id,
      ]);
  }

  /** Newest first. */
  list(
    pactId: string,
    query: AlertListQuery,
    language: Language,
    after: string[] | undefined,
  ): Promise<AlertRow[]> {
    return this.database.in(pactId).query(
      `select id, ${BODY} as body from alert
       where pact_id = $1 and ($3::uuid is null or id < $3) and ($4::text is null or kind = $4)
         and ($5::boolean is null or (resolved_at is null) = $5) and ($6::uuid is null or must_act_actor_id = $6)
       order by id desc limit $7`,
      [
        pactId,
        this.rules.labels(language),
        after?.[0] ?? null,
        query.kind ?? null,
        query.open ?? null,
        query.mustActActorId ?? null,
        limitOf(query) + 1,
      ],
    );
  }
}
