import { IS_JOB, onlyParticipants, type StoredFact } from './fact.js';

/**
 * One row per participant and measure: re-entry into the same measure keeps the first start and entry attributes and
 * the final exit; it stays open while any of its records is.
 */
export const pathwayFact: StoredFact = {
  name: 'pathway',
  table: 'fact_pathway',
  columns: {
    started_on: 'date',
    ended_on: 'date',
    exit_reason: 'text',
    first_job_on: 'date',
    sex: 'text',
    age_group: 'text',
    target_groups: 'text[]',
    system: 'text',
  },
  rows: `
    select p.started_on, p.ended_on, p.exit_reason, p.first_job_on, p.sex, p.age_group, p.target_groups, a.system
    from fact_pathway p left join actor a on a.id = p.lead_actor_id
    where p.pact_id = $1`,
};

/** The latest confirmed value of each attribute, whatever the source. */
const latest = (column: string): string =>
  `(array_agg(${column} order by confirmed_on desc nulls last, recorded_at desc, id desc)
    filter (where ${column} is not null))[1]`;

const AGE_AT_START = `extract(year from m.started_on)::int - a.birth_year`;

/** `$1` pact, `$2` participants when narrowed. */
export const fillPathwayFact = (narrowed: boolean): string => {
  const only = onlyParticipants('participant_id', narrowed ? '$2' : undefined);
  return `
    with attribute as (
      select participant_id, ${latest('sex')} as sex, ${latest('birth_year')} as birth_year,
        ${latest('target_groups::text')} as target_groups
      from participant_record where pact_id = $1 and not deleted ${only}
      group by participant_id
    ),
    merged as (
      select participant_id, (array_agg(id order by started_on, id))[1] as id, min(started_on) as started_on,
        case when bool_and(ended_on is not null) then max(ended_on) end as ended_on,
        (array_agg(exit_reason order by ended_on desc nulls first, confirmed_on desc nulls last, id desc))[1] as exit_reason,
        (array_agg(lead_actor_id order by started_on, id) filter (where lead_actor_id is not null))[1] as lead_actor_id
      from pathway where pact_id = $1 and not deleted ${only}
      group by participant_id, measure_code
    ),
    placed as (
      select m.id, min(s.started_on) as first_job_on
      from merged m join employment_spell s on s.participant_id = m.participant_id and s.started_on >= m.started_on
      where s.pact_id = $1 and not s.deleted and s.${IS_JOB} ${onlyParticipants('s.participant_id', narrowed ? '$2' : undefined)}
      group by m.id
    )
    insert into fact_pathway (pact_id, id, participant_id, started_on, ended_on, exit_reason, first_job_on,
      sex, age_group, target_groups, lead_actor_id)
    select $1, m.id, m.participant_id, m.started_on, m.ended_on,
      case when m.ended_on is not null then m.exit_reason end, placed.first_job_on, a.sex,
      case when ${AGE_AT_START} < 18 then '<18' when ${AGE_AT_START} < 30 then '18-29'
        when ${AGE_AT_START} < 55 then '30-54' when ${AGE_AT_START} >= 55 then '55+' end,
      coalesce(a.target_groups::text[], '{}'), m.lead_actor_id
    from merged m left join attribute a using (participant_id) left join placed using (id)`;
};
