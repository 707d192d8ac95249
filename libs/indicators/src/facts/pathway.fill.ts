import { IS_JOB, onlyParticipants } from './fact.js';
import { jobsOf } from './jobs.sql.js';
import { attributesOf, firstIn } from './people.sql.js';

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

/** Attributes at entry are those of the first record that has them. */
const first = (column: string): string =>
  `(array_agg(${column} order by started_on, id) filter (where ${column} is not null))[1] as ${column}`;

/** First and last day of the n-th calendar quarter after the one of the exit. */
const quarterAfterExit = (n: 2 | 4): string => `
  (date_trunc('quarter', ended_on::timestamp) + interval '${n * 3} months')::date as quarter_${n}_from,
  (date_trunc('quarter', ended_on::timestamp) + interval '${n * 3 + 3} months')::date - 1 as quarter_${n}_on`;

/** What the fact is put together from, step by step. */
const steps = (parameter: string | undefined): Readonly<Record<string, string>> => ({
  attribute: attributesOf(parameter),
  record: `
    select participant_id, coalesce(measure_code, '') as measure,
      (array_agg(id order by started_on, id))[1] as id, min(started_on) as started_on,
      case when bool_and(ended_on is not null) then max(ended_on) end as ended_on,
      (array_agg(exit_reason order by ended_on desc nulls first, confirmed_on desc nulls last, id desc))[1] as exit_reason,
      ${first('lead_actor_id')}, ${first('entry_status')}, ${first('access_point')}
    from pathway where pact_id = $1 and not deleted ${onlyParticipants('participant_id', parameter)}
    group by participant_id, coalesce(measure_code, '')`,
  merged: `
    select *, lag(started_on) over (partition by participant_id order by started_on, id) as started_before_on,
      (ended_on + interval '6 months')::date as half_year_on, ${quarterAfterExit(2)}, ${quarterAfterExit(4)}
    from record`,
  job: jobsOf(parameter),
  reported: `
    select m.id, min(s.started_on) as first_job_on
    from merged m join employment_spell s on s.participant_id = m.participant_id and s.started_on >= m.started_on
    where s.pact_id = $1 and not s.deleted and s.${IS_JOB} ${onlyParticipants('s.participant_id', parameter)}
    group by m.id`,
  outcome: OUTCOMES,
  status: `
    select distinct on (m.id) m.id, s.status
    from merged m join labour_status s on s.participant_id = m.participant_id
    where s.pact_id = $1 and not s.deleted and s.on_date between m.ended_on and m.ended_on + ${LEAVING_DAYS}
      ${onlyParticipants('s.participant_id', parameter)}
    order by m.id, s.on_date desc, s.recorded_at desc, s.id desc`,
  gained: `
    select distinct m.id from merged m join qualification q on q.participant_id = m.participant_id
    where q.pact_id = $1 and not q.deleted and q.awarded_on between m.started_on and m.ended_on + ${LEAVING_DAYS}
      ${onlyParticipants('q.participant_id', parameter)}`,
});

/** Of who has not left there is nothing to say; who has left and has no job on record has none. */
const afterExit = (value: string): string =>
  `case when m.ended_on is null then null when o.id is null then false else ${value} end`;

/** Every column of the fact, and what it is. */
const COLUMNS: Readonly<Record<string, string>> = {
  pact_id: '$1',
  id: 'm.id',
  participant_id: 'm.participant_id',
  started_on: 'm.started_on',
  ended_on: 'm.ended_on',
  exit_reason: 'case when m.ended_on is not null then m.exit_reason end',
  first_job_on: 'reported.first_job_on',
  first_in: firstIn('m.started_on', 'm.started_before_on'),
  sex: 'a.sex',
  age_group: `case when ${AGE_AT_START} < 18 then '<18' when ${AGE_AT_START} < 30 then '18-29'
    when ${AGE_AT_START} < 55 then '30-54' when ${AGE_AT_START} >= 55 then '55+' end`,
  education: 'a.education',
  citizenship: 'a.citizenship',
  disability: 'a.disability',
  foreign_background: 'a.foreign_background',
  minority: 'a.minority',
  housing_exclusion: 'a.housing_exclusion',
  rural: 'a.rural',
  target_groups: `coalesce(a.target_groups, '{}')`,
  entry_status: 'm.entry_status',
  lead_actor_id: 'm.lead_actor_id',
  measure_code: `nullif(m.measure, '')`,
  access_point: 'm.access_point',
  left_as: `case when m.ended_on is not null
    then coalesce(status.status, case when o.employed_on_leaving then 'employed' end) end`,
  qualified: 'case when m.ended_on is not null then gained.id is not null end',
  employed_180: afterExit('o.employed_180'),
  half_year_on: 'm.half_year_on',
  employed_half_year: afterExit('o.employed_half_year'),
  improved_half_year: afterExit(IMPROVED),
  quarter_2_on: 'm.quarter_2_on',
  employed_quarter_2: afterExit('o.employed_quarter_2'),
  quarter_4_on: 'm.quarter_4_on',
  employed_quarter_4: afterExit('o.employed_quarter_4'),
  same_employer: afterExit('o.same_employer'),
};

/** `$1` pact, `$2` participants when narrowed. */
export const fillPathwayFact = (narrowed: boolean): string => {
  const ctes = Object.entries(steps(narrowed ? '$2' : undefined)).map(([name, sql]) => `${name} as (${sql})`);
  return `
    with ${ctes.join(', ')}
    insert into fact_pathway (${Object.keys(COLUMNS).join(', ')})
    select ${Object.values(COLUMNS).join(', ')}
    from merged m left join attribute a using (participant_id) left join reported using (id)
      left join outcome o using (id) left join status using (id) left join gained using (id)`;
};
