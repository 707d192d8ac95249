import { jsonSql } from '#platform';

const { code, decimal, json, jsonText, list, optional, scalar, text } = jsonSql;

/** The JSON text of a list of rows of a subquery. */
export const listed = (item: string, order: string, from: string): string =>
  `(select '[' || coalesce(string_agg(${item}, ',' order by ${order}), '') || ']' from ${from})`;

export const OBJECTIVE = jsonText({
  id: code('o.id'),
  code: text('o.code'),
  title: text('o.title'),
  problemId: optional(code('o.problem_id')),
  distance: scalar('o.distance'),
});

export const COMMITMENT = jsonText({
  id: code('c.id'),
  title: text('c.title'),
  state: code('c.state'),
  objectiveId: optional(code('c.objective_id')),
  measureId: optional(code('c.measure_id')),
});

const MEASURE = jsonText({
  id: code('m.id'),
  code: text('m.code'),
  title: text('m.title_it'),
  state: code('m.state'),
  objectiveIds: list('m.objective_ids'),
  indicators: list('coalesce(m.indicators, array[]::text[])'),
  budgetCents: optional(scalar('m.budget_cents')),
  fundedCents: scalar('m.funded'),
  spentCents: scalar('m.spent'),
});

const TARGET = jsonText({
  id: code('t.id'),
  period: text('t.period'),
  breakdown: json('t.breakdown'),
  value: decimal('t.value'),
  baselineValue: optional(decimal('t.baseline_value')),
});

const INDICATOR = jsonText({
  code: text('i.indicator'),
  targets: json(
    listed(
      TARGET,
      't.period, t.cell',
      `target t where t.pact_id = $1 and t.indicator = i.indicator and t.removed_at is null`,
    ),
  ),
});

/**
 * From the objective `$2` down: the means to it, the measures that serve any of them, what is promised for either, and
 * the indicators of the measures with their targets. Each table of the pact is read once.
 */
export const SIGHT_BELOW = `
  with recursive step (id, distance) as (
    select id, 0 from objective where pact_id = $1 and id = $2
    union
    select l.means_id, s.distance + 1 from step s join objective_link l on l.pact_id = $1 and l.end_id = s.id),
  below as materialized (select id, min(distance) as distance from step group by id),
  objectives as (
    select o.id, o.code, o.title, o.problem_id, b.distance
    from below b join objective o on o.pact_id = $1 and o.id = b.id),
  served as (
    select x.measure_id, array_agg(x.objective_id order by x.objective_id) as objective_ids
    from below b join measure_objective x on x.pact_id = $1 and x.objective_id = b.id group by x.measure_id),
  funds as (
    select measure_id, sum(amount_cents) as funded, sum(spent_cents) as spent
    from funding_line where pact_id = $1 group by measure_id),
  named as (
    select measure_id, array_agg(indicator order by indicator) as indicators
    from measure_indicator where pact_id = $1 group by measure_id),
  measures as materialized (
    select m.id, m.code, m.title_it, m.state, m.budget_cents, s.objective_ids, n.indicators,
      coalesce(f.funded, 0) as funded, coalesce(f.spent, 0) as spent
    from served s join measure m on m.pact_id = $1 and m.id = s.measure_id
      left join funds f on f.measure_id = m.id left join named n on n.measure_id = m.id),
  commitments as materialized (
    select id, title, state, objective_id, measure_id from commitment
    where pact_id = $1
      and (objective_id in (select id from below) or measure_id in (select measure_id from served))),
  indicators as materialized (
    select distinct unnest(indicators) as indicator from measures where state <> 'closed')
  select ${jsonText({
    objectiveId: code('o.id'),
    objectives: json(listed(OBJECTIVE, 'o.distance, o.code', 'objectives o')),
    measures: json(listed(MEASURE, 'm.code', 'measures m')),
    commitments: json(listed(COMMITMENT, 'c.id', 'commitments c')),
    indicators: json(listed(INDICATOR, 'i.indicator', 'indicators i')),
    gaps: list(`array_remove(array[
      case when not exists (select from measures where state <> 'closed') then 'no-measure' end,
      case when not exists (select from indicators) then 'no-indicator' end,
      case when not exists (select from commitments) then 'no-commitment' end], null)`),
  })} as body from objective o where o.pact_id = $1 and o.id = $2`;
