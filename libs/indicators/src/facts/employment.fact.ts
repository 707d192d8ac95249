import type { RetentionSettings } from '../settings/indicator-settings.rules.js';
import { asOfIn, onlyParticipants, tableIn, within, type StoredFact } from './fact.js';
import { jobsOf } from './jobs.sql.js';
import { PATHWAY_ATTRIBUTES, PATHWAY_COLUMNS } from './people.sql.js';

/**
 * One row per pathway that led to a job: the first employment episode on or after the anchor, under the pact's own
 * retention rule. `over_from` is the first confirmed day at which its end counts as an end; before, it is still open.
 * `judged_on` is the day that a placement without a permanent contract must have reached to be stable.
 */
export const employmentFact: StoredFact = {
  name: 'employment_episode',
  table: 'fact_employment',
  inOrder: ['started_on', 'pathway_id'],
  isOfPathway: true,
  columns: {
    started_on: 'date',
    last_day: 'date',
    ended: 'boolean',
    cutoff: 'date',
    judged_on: 'date',
    stable: 'boolean',
    ...PATHWAY_COLUMNS,
  },
  rows: (scope) => `
    select f.pact_id, f.participant_id, f.pathway_id, f.started_on, least(f.last_day, ${asOfIn(scope)}) as last_day, coalesce(f.over_from <= ${asOfIn(scope)}, false) as ended,
      least(f.cutoff, ${asOfIn(scope)}) as cutoff, f.judged_on, f.permanent or f.last_day >= f.judged_on as stable,
      ${PATHWAY_ATTRIBUTES}
    from ${tableIn(scope, 'fact_employment')} f left join actor a on a.id = f.lead_actor_id
    where ${within(scope, 'f.pact_id')} and f.started_on <= ${asOfIn(scope)}`,
};

/** Spells that may be merged with each other. Unknown employers stand together. */
const PARTITION: Readonly<Record<RetentionSettings['rule'], string>> = {
  any_employer: `''`,
  same_employer: `coalesce(encode(employer_key, 'hex'), '')`,
  same_contract: `coalesce(encode(employer_key, 'hex'), '') || '/' || contract`,
};

const ANCHOR: Readonly<Record<RetentionSettings['anchor'], string>> = {
  pathway_start: 'p.started_on',
  exit: 'p.ended_on',
};

const IN_ORDER = 'partition by participant_id, partition_key order by started_on, until, id';

const COPIED = `sex, age_group, education, citizenship, disability, entry_status, target_groups, lead_actor_id,
  measure_code, access_point`;

/**
 * `$1` pact, `$2` the gap in days that is bridged, `$3` the days of a stable placement, `$4` participants when narrowed.
 * A spell's end is the one reported, else the agreed one; it counts as open while that lies after its cutoff.
 */
export const fillEmploymentFact = (retention: RetentionSettings, narrowed: boolean): string => {
  const parameter = narrowed ? '$4' : undefined;
  return `
  with job as (
    select *, ${PARTITION[retention.rule]} as partition_key from (${jobsOf(parameter)}) job
  ),
  marked as (
    select *, (started_on - ($2::int + 1) <= max(until) over (${IN_ORDER}
      rows between unbounded preceding and 1 preceding)) is not true as begins
    from job
  ),
  numbered as (
    select *, count(*) filter (where begins) over (${IN_ORDER} rows unbounded preceding) as number from marked
  ),
  episode as (
    select participant_id, min(started_on) as started_on, max(seen_until) as last_day, bool_or(until > cutoff) as open,
      (array_agg(cutoff order by seen_until desc, cutoff desc))[1] as cutoff, bool_or(permanent) as permanent
    from numbered group by participant_id, partition_key, number
  )
  insert into fact_employment (pact_id, pathway_id, participant_id, started_on, last_day, cutoff, over_from, permanent,
    judged_on, ${COPIED})
  select distinct on (p.id) $1, p.id, p.participant_id, e.started_on, e.last_day, e.cutoff,
    case when not e.open and e.cutoff >= e.last_day + decided.after then e.last_day + decided.after end,
    e.permanent, e.started_on + $3::int - 1, ${COPIED}
  from fact_pathway p
    join episode e on e.participant_id = p.participant_id and e.started_on >= ${ANCHOR[retention.anchor]}
    cross join (select case when $2::int = 0 then 0 else $2::int + 1 end as after) decided
  where p.pact_id = $1 ${onlyParticipants('p.participant_id', parameter)}
  order by p.id, e.started_on, e.last_day desc, e.open desc, e.cutoff desc, e.permanent desc`;
};
