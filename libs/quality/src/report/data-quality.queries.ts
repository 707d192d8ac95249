import { Injectable } from '@nestjs/common';
import { Database, instantJson } from '#platform';
import { RULE_CODES } from '../rules/index.js';

const isTold = (source: string): string => `($2::text[] is null or ${source} = any($2))`;
const share = (part: string, whole: string): string => `round(${part}::numeric / ${whole}, 6)`;

/** Batches as they ended, those of the last `$3` days apart; what only tried out does not count. */
const BATCHES = `
  select source, max(received_at) as last_push_at, count(*) filter (where recent)::int as batches,
    coalesce(sum(received - pending) filter (where recent), 0)::int as rows,
    coalesce(sum(rejected) filter (where recent), 0)::int as rejected
  from outcome_batch cross join lateral (select received_at >= now() - make_interval(days => $3) as recent) r
  where pact_id = $1 and not dry_run and ${isTold('source')}
  group by source`;

const REJECTIONS = `
  select b.source, c.code, sum(c.count::int)::int as rows
  from outcome_batch b
    join outcome_batch_results r on r.pact_id = $1 and r.batch_id = b.id and r.rejected > 0
    cross join lateral jsonb_each_text(r.rejections) as c(code, count)
  where b.pact_id = $1 and not b.dry_run and b.received_at >= now() - make_interval(days => $3)
    and ${isTold('b.source')}
  group by 1, 2`;

/** Of two sources that do not fit together, each has the finding. */
const FINDINGS = `
  select s.source, f.rule, json_build_object('rule', f.rule, ${[
    'open',
    'acknowledged',
    'resolved',
    'corrected',
  ]
    .map((state) => `'${state}', count(*) filter (where f.state = '${state}')`)
    .join(', ')}) as told
  from quality_finding f
    cross join lateral (select f.source union select f.other_source where f.other_source is not null) s
  where f.pact_id = $1 and f.rule = any($4) and ${isTold('s.source')}
  group by 1, 2`;

const PUSHED = `json_strip_nulls(json_build_object('batches', coalesce(b.batches, 0), 'rows', coalesce(b.rows, 0),
  'rejected', coalesce(b.rejected, 0), 'rejectedShare', case when b.rows > 0 then ${share('b.rejected', 'b.rows')} end,
  'rejections', coalesce((select json_agg(json_build_object('code', j.code, 'rows', j.rows,
      'share', ${share('j.rows', 'b.rows')}) order by j.rows desc, j.code)
    from rejection j where j.source = s.source and b.rows > 0), '[]')))`;

/** Of a partner, what another source holds is told without its name. */
const OVERLAPS = `case when $2::text[] is null then q.overlapping
  else (select jsonb_agg(o - 'source' order by place) from jsonb_array_elements(q.overlapping) with ordinality as u(o, place))
  end`;

const COMPLETENESS = `(select jsonb_agg(c || jsonb_build_object('share',
    ${share(`(c ->> 'given')::int`, `(c ->> 'total')::int`)}) order by place)
  from jsonb_array_elements(q.completeness) with ordinality as u(c, place))`;

const SOURCES = `
  with batch as (${BATCHES}), rejection as (${REJECTIONS}), finding as (${FINDINGS}),
  counted as (select * from quality_report where pact_id = $1 and ${isTold('source')}),
  s as (select source from batch union select source from counted)
  select json_build_object('days', $3::int, 'sources', coalesce(json_agg(json_strip_nulls(json_build_object(
    'source', s.source, 'lastPushAt', ${instantJson('b.last_push_at')}, 'confirmedOn', q.confirmed_on,
    'countedAt', ${instantJson('q.computed_at')}, 'pushed', ${PUSHED}, 'records', coalesce(q.records, '[]'),
    'completeness', coalesce(${COMPLETENESS}, '[]'), 'overlaps', coalesce(${OVERLAPS}, '[]'),
    'findings', coalesce((select json_agg(f.told order by f.rule) from finding f where f.source = s.source), '[]')
  )) order by s.source), '[]'))::text as body
  from s left join batch b using (source) left join counted q using (source)`;

@Injectable()
export class DataQualityQueries {
  constructor(private readonly database: Database) {}

  /** `sources`: of which the caller is told; undefined: all. */
  async show(pactId: string, sources: readonly string[] | undefined, days: number): Promise<string> {
    const values = [pactId, sources ?? null, days, RULE_CODES];
    return (await this.database.in(pactId).one<{ body: string }>(SOURCES, values))?.body ?? '';
  }
}
