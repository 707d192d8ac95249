import { onlyParticipants } from './fact.js';

/** The breakdowns of a person and the pathway, as columns of a fact. */
export const PERSON_COLUMNS = {
  sex: 'text',
  education: 'text',
  citizenship: 'text',
  disability: 'text',
  target_groups: 'text[]',
} as const;

export const PATHWAY_COLUMNS = {
  ...PERSON_COLUMNS,
  age_group: 'text',
  entry_status: 'text',
  lead_actor: 'text',
  system: 'text',
  measure: 'text',
  access_point: 'text',
} as const;

/** What facts with these columns say of them, from a table `f` joined with its lead actor `a`. */
export const PATHWAY_ATTRIBUTES = `f.sex, f.age_group, f.education, f.citizenship, f.disability, f.entry_status,
  f.target_groups, f.lead_actor_id::text as lead_actor, a.system, f.measure_code as measure, f.access_point`;

/** The latest confirmed value of each attribute, whatever the source. */
const latest = (column: string): string =>
  `(array_agg(${column} order by confirmed_on desc nulls last, recorded_at desc, id desc)
    filter (where ${column} is not null))[1]`;

const yesOrNo = (column: string): string =>
  `case when ${latest(column)} then 'yes' when not ${latest(column)} then 'no' end as ${column}`;

/** What is known of each participant, one row each. */
export const attributesOf = (parameter: string | undefined): string => `
  select participant_id, ${latest('sex')} as sex, ${latest('birth_year')} as birth_year,
    case when ${latest('education')} <= 2 then '0-2' when ${latest('education')} <= 4 then '3-4'
      when ${latest('education')} <= 8 then '5-8' end as education,
    ${latest('citizenship')} as citizenship,
    ${['foreign_background', 'minority', 'disability', 'housing_exclusion', 'rural'].map(yesOrNo).join(', ')},
    coalesce(${latest('target_groups::text')}::text[], '{}') as target_groups
  from participant_record where pact_id = $1 and not deleted ${onlyParticipants('participant_id', parameter)}
  group by participant_id`;

const STEPS = ['month', 'quarter', 'half', 'year'] as const;
const startOf = (step: (typeof STEPS)[number], day: string): string =>
  step === 'half'
    ? `(extract(year from ${day}) * 2 + (extract(month from ${day}) > 6)::int)`
    : `date_trunc('${step}', ${day}::timestamp)`;

/**
 * How long ago a participant was seen before `day`, in the previous row: 0 in the same month, 1 in the same quarter,
 * then half-year and year, 4 in an earlier year, 5 never. A row is its participant's first in the period when this is
 * greater than the period's step, so first rows add up to participants.
 */
export const firstIn = (day: string, before: string): string =>
  `case when ${before} is null then 5 ${STEPS.map(
    (step, index) => `when ${startOf(step, day)} = ${startOf(step, before)} then ${index}`,
  ).join(' ')} else 4 end`;
