import { jsonSql } from '#platform';

const { code, jsonText, text } = jsonSql;

const GAP = jsonText({
  kind: code('g.kind'),
  id: code('g.id'),
  code: text('g.code'),
  title: text('g.title'),
});

/** Where lines break off in the pact `$1`: of one kind, `$2`, or of all; those after the kind `$3` and the id `$4`. */
export const GAPS = `
  with recursive reached (id) as (
    select x.objective_id from measure_objective x
      join measure m on m.pact_id = x.pact_id and m.id = x.measure_id and m.state <> 'closed'
    where x.pact_id = $1
    union
    select l.end_id from reached r join objective_link l on l.pact_id = $1 and l.means_id = r.id),
  gap (kind, id, code, title) as (
    select 'measure_without_indicator', m.id, m.code, m.title_it from measure m
    where m.pact_id = $1 and m.state <> 'closed' and ($2::text is null or $2 = 'measure_without_indicator')
      and not exists (select from measure_indicator i where i.pact_id = $1 and i.measure_id = m.id)
    union all
    select 'objective_without_measure', o.id, o.code, o.title from objective o
    where o.pact_id = $1 and ($2::text is null or $2 = 'objective_without_measure')
      and not exists (select from reached r where r.id = o.id)
    union all
    select 'problem_without_objective', p.id, p.code, p.title from problem p
    where p.pact_id = $1 and ($2::text is null or $2 = 'problem_without_objective')
      and not exists (select from objective o where o.pact_id = $1 and o.problem_id = p.id))
  select g.kind, g.id, ${GAP} as body from gap g
  where $3::text is null or (g.kind, g.id) > ($3, $4::uuid)
  order by g.kind, g.id limit $5`;
