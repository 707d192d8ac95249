import { onlyParticipants, tableIn, within, type StoredFact } from './fact.js';
import { attributesOf, firstIn, PERSON_COLUMNS } from './people.sql.js';

/**
 * One row per participant, scale in its version, and domain: the first reading and the last. `change` counts in points
 * of the scale, the better the higher; `room` is what could have been gained. Both are null where there is no second
 * reading, or where one of the two says that the domain does not apply.
 */
export const assessmentFact: StoredFact = {
  name: 'assessment_pair',
  table: 'fact_progression',
  inOrder: ['last_on', 'scale', 'scale_version', 'domain'],
  isOfPathway: false,
  columns: {
    last_on: 'date',
    first_in: 'smallint',
    is_paired: 'boolean',
    change: 'numeric',
    room: 'numeric',
    ...PERSON_COLUMNS,
  },
  rows: (scope) => `
    select pact_id, participant_id, last_on, first_in, readings > 1 as is_paired, change, room, sex, education, citizenship,
      disability, target_groups, scale, scale_version, domain
    from ${tableIn(scope, 'fact_progression')} where ${within(scope, 'pact_id')}`,
};

const FIRST = `(array_agg(score order by on_date, recorded_at, id))[1]`;
const LAST = `(array_agg(score order by on_date desc, recorded_at desc, id desc))[1]`;

/** `$1` pact, `$2` the pact's scales, `$3` participants when narrowed. Readings outside a scale are not on it. */
export const fillAssessmentFact = (narrowed: boolean): string => {
  const parameter = narrowed ? '$3' : undefined;
  return `
    with attribute as (${attributesOf(parameter)}),
    scale as (
      select * from jsonb_to_recordset($2::jsonb)
        as s(name text, version text, domains jsonb, min numeric, max numeric, better text)
    ),
    reading as (
      select a.participant_id, a.scale, a.scale_version, d.key as domain, a.on_date, a.recorded_at, a.id,
        nullif(d.value, 'null')::numeric as score, s.min, s.max, s.better
      from assessment a
        join scale s on s.name = a.scale and s.version = a.scale_version
        cross join lateral jsonb_each(a.scores) d
      where a.pact_id = $1 and not a.deleted and s.domains ? d.key
        and (d.value = 'null' or d.value::numeric between s.min and s.max)
        ${onlyParticipants('a.participant_id', parameter)}
    ),
    pair as (
      select participant_id, scale, scale_version, domain, min(on_date) as first_on, max(on_date) as last_on,
        count(*)::int as readings, ${FIRST} as first, ${LAST} as last, min, max, better
      from reading group by participant_id, scale, scale_version, domain, min, max, better
    ),
    in_order as (
      select *, lag(last_on) over (partition by participant_id order by last_on, scale, scale_version, domain)
        as read_before_on
      from pair
    )
    insert into fact_progression (pact_id, participant_id, scale, scale_version, domain, first_on, last_on, first_in,
      readings, change, room, sex, education, citizenship, disability, target_groups)
    select $1, participant_id, scale, scale_version, domain, first_on, last_on, ${firstIn('last_on', 'read_before_on')},
      readings, case when readings > 1 then case better when 'higher' then last - first else first - last end end,
      case when readings > 1 and last is not null then case better when 'higher' then max - first else first - min end end,
      sex, education, citizenship, disability, coalesce(target_groups, '{}')
    from in_order left join attribute using (participant_id)`;
};
