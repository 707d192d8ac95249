import type { RetentionSettings } from '../settings/indicator-settings.rules.js';
import { IS_JOB, onlyParticipants, type StoredFact } from './fact.js';

/**
 * One row per pathway that led to a job: the first employment episode on or after the anchor, under the pact's own
 * retention rule. `over_from` is the first confirmed day at which its end counts as an end; before, it is still open.
 */
export const employmentFact: StoredFact = {
  name: 'employment_episode',
  table: 'fact_employment',
  columns: {
    started_on: 'date',
    last_day: 'date',
    ended: 'boolean',
    cutoff: 'date',
    sex: 'text',
    age_group: 'text',
    target_groups: 'text[]',
    system: 'text',
  },
  rows: `
    select e.started_on, least(e.last_day, $2) as last_day, coalesce(e.over_from <= $2, false) as ended,
      least(e.cutoff, $2) as cutoff, e.sex, e.age_group, e.target_groups, a.system
    from fact_employment e left join actor a on a.id = e.lead_actor_id
    where e.pact_id = $1 and e.started_on <= $2`,
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

/**
 * `$1` pact, `$2` the gap in days that is bridged, `$3` participants when narrowed.
 * A spell's end is the one reported, else the agreed one; it counts as open while that lies after its cutoff.
 */
export const fillEmploymentFact = (retention: RetentionSettings, narrowed: boolean): string => `
  with spell as (
    select s.id, s.participant_id, ${PARTITION[retention.rule]} as partition_key, s.started_on,
      coalesce(s.ended_on, s.planned_end_on, 'infinity') as until,
      greatest(coalesce(s.confirmed_on, c.cutoff), s.ended_on) as cutoff
    from employment_spell s left join fact_source c on c.pact_id = s.pact_id and c.source = s.source
    where s.pact_id = $1 and not s.deleted and s.${IS_JOB}
      ${onlyParticipants('s.participant_id', narrowed ? '$3' : undefined)}
  ),
  marked as (
    select *, (started_on - ($2::int + 1) <= max(until) over (${IN_ORDER}
      rows between unbounded preceding and 1 preceding)) is not true as begins
    from spell where started_on <= cutoff
  ),
  numbered as (
    select *, count(*) filter (where begins) over (${IN_ORDER} rows unbounded preceding) as number,
      least(until, cutoff) as last_day
    from marked
  ),
  episode as (
    select participant_id, min(started_on) as started_on, max(last_day) as last_day, bool_or(until > cutoff) as open,
      (array_agg(cutoff order by last_day desc, cutoff desc))[1] as cutoff
    from numbered group by participant_id, partition_key, number
  )
  insert into fact_employment (pact_id, pathway_id, participant_id, started_on, last_day, cutoff, over_from,
    sex, age_group, target_groups, lead_actor_id)
  select distinct on (p.id) $1, p.id, p.participant_id, e.started_on, e.last_day, e.cutoff,
    case when not e.open and e.cutoff >= e.last_day + decided.after then e.last_day + decided.after end,
    p.sex, p.age_group, p.target_groups, p.lead_actor_id
  from fact_pathway p
    join episode e on e.participant_id = p.participant_id and e.started_on >= ${ANCHOR[retention.anchor]}
    cross join (select case when $2::int = 0 then 0 else $2::int + 1 end as after) decided
  where p.pact_id = $1 ${onlyParticipants('p.participant_id', narrowed ? '$3' : undefined)}
  order by p.id, e.started_on, e.last_day desc, e.open desc, e.cutoff desc`;
