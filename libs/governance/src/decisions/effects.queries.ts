import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, notFound, type PageQuery } from '#platform';

const { code, instant, jsonText, optional, scalar, text } = jsonSql;

/**
 * Where the changes that name a decision are kept, and how each of them tells what was changed: `id`, `change`, `number`
 * (or null) and `at`, from rows with a `pact_id` and a `decision_id`. Whatever else a decision can change is one more line.
 */
const EFFECTS = {
  pact_version: `select id, 'published' as change, number, published_at as at from pact_version`,
  target: `select target_id as id, change, version as number, made_at as at from target_version`,
  commitment: `select commitment_id as id, to_state as change, null::int as number, made_at as at
    from commitment_transition`,
  mandate: `select mandate_id as id, case version when 1 then 'given' else 'changed' end as change,
    version as number, made_at as at from mandate_version`,
  contribution: `select id, outcome as change, null::int as number, updated_at as at from contribution`,
} as const;

export const EFFECT_KINDS = Object.keys(EFFECTS) as (keyof typeof EFFECTS)[];
export type EffectKind = keyof typeof EFFECTS;

const BODY = jsonText({
  kind: code('e.kind'),
  id: code('e.id'),
  change: text('e.change'),
  number: optional(scalar('e.number')),
  at: instant('e.at'),
});

/** In the order of time; what happened at the same instant, by what and which it is. */
const KEY = `(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') || ' ' || kind || ' ' || id || ' '
  || coalesce(number, 0)) collate "C"`;

const ALL = EFFECT_KINDS.map(
  (kind) =>
    `select '${kind}' as kind, of_kind.* from (${EFFECTS[kind]} where pact_id = $1 and decision_id = $2) of_kind`,
).join(' union all ');

const LIST = `
  select listed.key, listed.body from decision d left join lateral (
    select e.key, ${BODY} as body from (select effect.*, ${KEY} as key from (${ALL}) effect) e
    where $3::text is null or e.key > $3 order by e.key limit $4
  ) listed on true
  where d.pact_id = $1 and d.id = $2 order by listed.key`;

@Injectable()
export class EffectsQueries {
  constructor(private readonly database: Database) {}

  /** What came of a decision, first to last. @throws Problem `not-found` where there is no such decision. */
  async list(pactId: string, decisionId: string, query: PageQuery, after: string[] | undefined) {
    const rows = await this.database.in(pactId).query<{
      key: string | null;
      body: string;
    }>(LIST, [pactId, decisionId, after?.[0] ?? null, limitOf(query) + 1]);
    if (rows.length === 0) throw notFound();
    return rows.flatMap(({ key, body }) => (key === null ? [] : [{ key, body }]));
  }
}
