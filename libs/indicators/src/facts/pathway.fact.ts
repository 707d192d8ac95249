import { IS_JOB, onlyParticipants, within, type StoredFact } from './fact.js';
import { jobsOf } from './jobs.sql.js';
import { attributesOf, firstIn, PATHWAY_ATTRIBUTES, PATHWAY_COLUMNS } from './people.sql.js';

/**
 * One row per participant and measure: re-entry into the same measure keeps the first start and entry attributes and
 * the final exit; it stays open while any of its records is. What is asked about after the exit is null while the
 * sources have not confirmed it.
 */
export const pathwayFact: StoredFact = {
  name: 'pathway',
  table: 'fact_pathway',
  columns: {
    started_on: 'date',
    ended_on: 'date',
    exit_reason: 'text',
    first_job_on: 'date',
    first_in: 'smallint',
    ...PATHWAY_COLUMNS,
    foreign_background: 'text',
    minority: 'text',
    housing_exclusion: 'text',
    rural: 'text',
    left_as: 'text',
    qualified: 'boolean',
    employed_180: 'boolean',
    half_year_on: 'date',
    employed_half_year: 'boolean',
    improved_half_year: 'boolean',
    quarter_2_on: 'date',
    employed_quarter_2: 'boolean',
    quarter_4_on: 'date',
    employed_quarter_4: 'boolean',
    same_employer: 'boolean',
  },
  rows: (scope) => `
    select f.pact_id, f.started_on, f.ended_on, f.exit_reason, f.first_job_on, f.first_in, ${PATHWAY_ATTRIBUTES},
      f.foreign_background, f.minority, f.housing_exclusion, f.rural, f.left_as, f.qualified, f.employed_180,
      f.half_year_on, f.employed_half_year, f.improved_half_year, f.quarter_2_on, f.employed_quarter_2, f.quarter_4_on,
      f.employed_quarter_4, f.same_employer
    from fact_pathway f left join actor a on a.id = f.lead_actor_id
    where ${within(scope, 'f.pact_id')}`,
};

const AGE_AT_START = `extract(year from m.started_on)::int - a.birth_year`;

/** A job on some day from `from` to `to` that is known to have lasted until then, and one of which that is not known. */
const sure = (from: string, to: string): string => `j.started_on <= ${to} and j.seen_until >= ${from}`;
const unsure = (from: string, to: string): string =>
  `j.started_on <= ${to} and j.until >= ${from} and j.seen_until < ${from}`;

/** True, false, or null where a job may have lasted until then. */
const employed = (from: string, to = from): string =>
  `case when bool_or(${sure(from, to)}) then true when not bool_or(${unsure(from, to)}) then false end`;

/** "On leaving" is the day of the exit and the four weeks after it. Of several statuses told the last counts. */
const LEAVING_DAYS = 28;

/** From this many hours a week on, nobody is told to work part-time: the usual threshold of international statistics. */
const FULL_TIME_HOURS = 30;

const Q2 = ['m.quarter_2_from', 'm.quarter_2_on'] as const;
const Q4 = ['m.quarter_4_from', 'm.quarter_4_on'] as const;

/** What became of each person after start and exit, as far as employment tells. */
const OUTCOMES = `
  select m.id,
    bool_or(${sure('m.ended_on', `m.ended_on + ${LEAVING_DAYS}`)}) as employed_on_leaving,
    ${employed('m.ended_on + 180')} as employed_180,
    ${employed('m.half_year_on')} as employed_half_year,
    ${employed(...Q2)} as employed_quarter_2,
    ${employed(...Q4)} as employed_quarter_4,
    coalesce(array_agg(j.employer_key) filter (where j.employer_key is not null and ${sure(...Q2)})
      && array_agg(j.employer_key) filter (where j.employer_key is not null and ${sure(...Q4)}), false) as same_employer,
    bool_or(j.permanent) filter (where ${sure('m.started_on', 'm.started_on')}) as permanent_at_start,
    bool_or(j.permanent) filter (where ${sure('m.half_year_on', 'm.half_year_on')}) as permanent_later,
    sum(j.hours_per_week) filter (where ${sure('m.started_on', 'm.started_on')}) as hours_at_start,
    sum(j.hours_per_week) filter (where ${sure('m.half_year_on', 'm.half_year_on')}) as hours_later
  from merged m join job j on j.participant_id = m.participant_id
  group by m.id`;

const IMPROVED = `
  coalesce(not o.permanent_at_start and o.permanent_later, false)
  or coalesce(o.hours_at_start < ${FULL_TIME_HOURS} and o.hours_later >= ${FULL_TIME_HOURS}, false)`;

/** `$1` pact, `$2` participants when narrowed. */
export const fillPathwayFact = (narrowed: boolean): string => {
  const parameter = narrowed ? '$2' : undefined;
  return `
    with attribute as (${attributesOf(parameter)}),
    record as (
      select participant_id, coalesce(measure_code, '') as measure,
        (array_agg(id order by started_on, id))[1] as id, min(started_on) as started_on,
        case when bool_and(ended_on is not null) then max(ended_on) end as ended_on,
        (array_agg(exit_reason order by ended_on desc nulls first, confirmed_on desc nulls last, id desc))[1] as exit_reason,
        ${first('lead_actor_id')}, ${first('entry_status')}, ${first('access_point')}
      from pathway where pact_id = $1 and not deleted ${onlyParticipants('participant_id', parameter)}
      group by participant_id, coalesce(measure_code, '')
    ),
    merged as (
      select *, lag(started_on) over (partition by participant_id order by started_on, id) as started_before_on,
        (ended_on + interval '6 months')::date as half_year_on,
        ${quarterAfterExit(2)}, ${quarterAfterExit(4)}
      from record
    ),
    job as (${jobsOf(parameter)}),
    reported as (
      select m.id, min(s.started_on) as first_job_on
      from merged m join employment_spell s on s.participant_id = m.participant_id and s.started_on >= m.started_on
      where s.pact_id = $1 and not s.deleted and s.${IS_JOB} ${onlyParticipants('s.participant_id', parameter)}
      group by m.id
    ),
    outcome as (${OUTCOMES}),
    status as (
      select distinct on (m.id) m.id, s.status from merged m join labour_status s on s.participant_id = m.participant_id
      where s.pact_id = $1 and not s.deleted and s.on_date between m.ended_on and m.ended_on + ${LEAVING_DAYS}
        ${onlyParticipants('s.participant_id', parameter)}
      order by m.id, s.on_date desc, s.recorded_at desc, s.id desc
    ),
    gained as (
      select distinct m.id from merged m join qualification q on q.participant_id = m.participant_id
      where q.pact_id = $1 and not q.deleted and q.awarded_on between m.started_on and m.ended_on + ${LEAVING_DAYS}
        ${onlyParticipants('q.participant_id', parameter)}
    )
    insert into fact_pathway (pact_id, id, participant_id, started_on, ended_on, exit_reason, first_job_on, first_in,
      sex, age_group, education, citizenship, disability, foreign_background, minority, housing_exclusion, rural,
      target_groups, entry_status, lead_actor_id, measure_code, access_point, left_as, qualified,
      employed_180, half_year_on, employed_half_year, improved_half_year, quarter_2_on, employed_quarter_2, quarter_4_on, employed_quarter_4,
      same_employer)
    select $1, m.id, m.participant_id, m.started_on, m.ended_on, case when m.ended_on is not null then m.exit_reason end,
      reported.first_job_on, ${firstIn('m.started_on', 'm.started_before_on')}, a.sex,
      case when ${AGE_AT_START} < 18 then '<18' when ${AGE_AT_START} < 30 then '18-29'
        when ${AGE_AT_START} < 55 then '30-54' when ${AGE_AT_START} >= 55 then '55+' end,
      a.education, a.citizenship, a.disability, a.foreign_background, a.minority, a.housing_exclusion, a.rural,
      coalesce(a.target_groups, '{}'), m.entry_status, m.lead_actor_id, nullif(m.measure, ''), m.access_point,
      case when m.ended_on is not null then coalesce(status.status, case when o.employed_on_leaving then 'employed' end) end,
      case when m.ended_on is not null then gained.id is not null end, ${afterExit('employed_180')}, m.half_year_on, ${afterExit('employed_half_year')},
      case when m.ended_on is not null then m.entry_status = 'employed' and (${IMPROVED}) end,
      m.quarter_2_on, ${afterExit('employed_quarter_2')}, m.quarter_4_on, ${afterExit('employed_quarter_4')},
      ${afterExit('same_employer')}
    from merged m left join attribute a using (participant_id) left join reported using (id)
      left join outcome o using (id) left join status using (id) left join gained using (id)`;
};

/** Attributes at entry are those of the first record that has them. */
const first = (column: string): string =>
  `(array_agg(${column} order by started_on, id) filter (where ${column} is not null))[1] as ${column}`;

/** First and last day of the n-th calendar quarter after the one of the exit. */
const quarterAfterExit = (n: 2 | 4): string => `
  (date_trunc('quarter', ended_on::timestamp) + interval '${n * 3} months')::date as quarter_${n}_from,
  (date_trunc('quarter', ended_on::timestamp) + interval '${n * 3 + 3} months')::date - 1 as quarter_${n}_on`;

/** Of who has not left there is nothing to say; who has left and has no job on record has none. */
const afterExit = (column: string): string =>
  `case when m.ended_on is null then null when o.id is null then false else o.${column} end`;
