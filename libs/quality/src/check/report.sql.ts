import { RECORD_TABLES } from '#intake';
import { TELLING_FIELDS } from './completeness.js';

/** Which days a record of a kind speaks of. Two records of one person that share one overlap. */
const SPANS: Readonly<Record<string, string>> = {
  participant: `'(,)'::daterange`,
  pathway: `daterange(started_on, ended_on, '[]')`,
  employment: `daterange(started_on, coalesce(ended_on, planned_end_on), '[]')`,
  labour_status: `daterange(on_date, on_date, '[]')`,
  qualification: `daterange(awarded_on, awarded_on, '[]')`,
  assessment: `daterange(on_date, on_date, '[]')`,
  service: `daterange(on_date, on_date, '[]')`,
};

const union = (parts: readonly string[]): string => parts.join('\n    union all ');

const RECORDS = union(
  RECORD_TABLES.map(
    ({
      kind,
      name,
    }) => `select '${kind}' as kind, source, count(*) filter (where not deleted)::int as present,
      count(*) filter (where deleted)::int as withdrawn, max(confirmed_on) filter (where not deleted) as confirmed_on
      from ${name} where pact_id = $1 group by source`,
  ),
);

const HELD = union(
  RECORD_TABLES.filter(({ kind }) => kind in SPANS).map(
    ({ kind, name }) => `select '${kind}' as kind, source, participant_id, id, ${SPANS[kind]} as span
      from ${name} where pact_id = $1 and not deleted`,
  ),
);

const fieldsOf = (wanted: string) => TELLING_FIELDS.filter(({ kind }) => kind === wanted);

/** A count for each field of a kind, one row each, from one row a source. */
const unfolded = (kind: string, counts: string): string => `
    select '${kind}' as kind, c.source, f.field, f.given::int as given from (${counts}) c
    cross join lateral (values ${fieldsOf(kind)
      .map(({ field, column }) => `('${field}', c.${column})`)
      .join(', ')}) as f(field, given)`;

const counted = (kind: string): string =>
  fieldsOf(kind)
    .map(({ column }) => `count(${column}) as ${column}`)
    .join(', ');

/** A source may have several records of attributes of one person, and may tell one thing in each. */
const OF_PEOPLE = `select source, ${counted('participant')} from (
      select source, participant_id, ${fieldsOf('participant')
        .map(({ column }) => `bool_or(${column} is not null) or null as ${column}`)
        .join(', ')}
      from participant_record where pact_id = $1 and not deleted group by source, participant_id
    ) person group by source`;
const OF_PATHWAYS = `select source, ${counted('pathway')} from pathway where pact_id = $1 and not deleted group by source`;

/** Of the people a source tells attributes or pathways of, and of its pathways. */
const EXPECTED = `
  select source, 'participant' as kind, count(*)::int as total from (
    select source, participant_id from participant_record where pact_id = $1 and not deleted
    union select source, participant_id from pathway where pact_id = $1 and not deleted) person group by source
  union all
  select source, 'pathway', count(*)::int from pathway where pact_id = $1 and not deleted group by source`;

const FIELDS = `(values ${TELLING_FIELDS.map(
  ({ kind, field }, place) => `(${place}, '${kind}', '${field}')`,
).join(', ')}) as f(place, kind, field)`;

/** How the records of each source of the pact `$1` stand, as it is kept until the next time. */
export const REPORT = `
  with record as (${RECORDS}
  ), held as materialized (${HELD}
  ), given as (${union([unfolded('participant', OF_PEOPLE), unfolded('pathway', OF_PATHWAYS)])}
  ), expected as (${EXPECTED}
  ), complete as (
    select e.source, jsonb_agg(jsonb_build_object('kind', f.kind, 'field', f.field, 'given', coalesce(g.given, 0),
      'total', e.total) order by f.place) as fields
    from expected e join ${FIELDS} on f.kind = e.kind
    left join given g on g.source = e.source and g.kind = f.kind and g.field = f.field
    group by e.source
  ), overlap as (
    select a.kind, a.source, b.source as other, count(distinct a.id)::int as records,
      count(distinct a.participant_id)::int as participants
    from held a join held b on b.kind = a.kind and b.participant_id = a.participant_id and b.source <> a.source
      and a.span && b.span
    group by 1, 2, 3
  ), fresh as (
    select r.source, max(r.confirmed_on) as confirmed_on,
      jsonb_agg(jsonb_build_object('kind', r.kind, 'present', r.present, 'withdrawn', r.withdrawn) order by r.kind)
        as records,
      coalesce((select fields from complete c where c.source = r.source), '[]') as completeness,
      coalesce((select jsonb_agg(jsonb_build_object('kind', o.kind, 'source', o.other, 'records', o.records,
        'participants', o.participants) order by o.kind, o.other) from overlap o where o.source = r.source), '[]')
        as overlapping
    from record r group by r.source
  ), gone as (
    delete from quality_report where pact_id = $1 and source not in (select source from fresh)
  )
  insert into quality_report (pact_id, source, confirmed_on, records, completeness, overlapping)
  select $1, source, confirmed_on, records, completeness, overlapping from fresh
  on conflict on constraint quality_report_pk do update set computed_at = now(),
    confirmed_on = excluded.confirmed_on, records = excluded.records, completeness = excluded.completeness,
    overlapping = excluded.overlapping`;
