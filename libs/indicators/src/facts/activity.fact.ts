import { onlyParticipants, tableIn, within, type StoredFact } from './fact.js';
import { attributesOf, firstIn, PERSON_COLUMNS } from './people.sql.js';

/** One row per participant and month in which anything happened, on the first such day. */
export const activityFact: StoredFact = {
  name: 'activity',
  table: 'fact_activity',
  inOrder: ['active_on'],
  isOfPathway: false,
  columns: { active_on: 'date', first_in: 'smallint', ...PERSON_COLUMNS },
  rows: (scope) => `
    select pact_id, participant_id, active_on, first_in, sex, education, citizenship, disability, target_groups
    from ${tableIn(scope, 'fact_activity')} where ${within(scope, 'pact_id')}`,
};

/** What counts as something that happened: each names its day. */
const DAYS: readonly (readonly [table: string, day: string])[] = [
  ['pathway', 'started_on'],
  ['pathway', 'ended_on'],
  ['service_delivered', 'on_date'],
  ['assessment', 'on_date'],
  ['qualification', 'awarded_on'],
];

/** `$1` pact, `$2` participants when narrowed. */
export const fillActivityFact = (narrowed: boolean): string => {
  const parameter = narrowed ? '$2' : undefined;
  const days = DAYS.map(
    ([table, day]) => `select participant_id, ${day} as day from ${table}
      where pact_id = $1 and not deleted and ${day} is not null ${onlyParticipants('participant_id', parameter)}`,
  );
  return `
    with attribute as (${attributesOf(parameter)}),
    active as (
      select participant_id, min(day) as active_on from (${days.join(' union all ')}) happened
      group by participant_id, date_trunc('month', day::timestamp)
    ),
    in_order as (
      select *, lag(active_on) over (partition by participant_id order by active_on) as active_before_on from active
    )
    insert into fact_activity (pact_id, participant_id, active_on, first_in, sex, education, citizenship, disability,
      target_groups)
    select $1, participant_id, active_on, ${firstIn('active_on', 'active_before_on')}, sex, education, citizenship,
      disability, coalesce(target_groups, '{}')
    from in_order left join attribute using (participant_id)`;
};
