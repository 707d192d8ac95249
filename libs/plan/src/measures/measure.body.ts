import { jsonSql } from '#platform';
import { titleOf } from '../titles.js';

const { code, decimal, instant, json, jsonText, list, optional, scalar, text } = jsonSql;

/** The JSON text of a list that a subquery makes of the rows of another table. */
const listed = (items: string, order: string, from: string): string =>
  `(select '[' || coalesce(string_agg(${items}, ',' order by ${order}), '') || ']' from ${from})`;

const OF_MEASURE = 'x.pact_id = m.pact_id and x.measure_id = m.id';

const OBJECTIVES = listed(
  `'"' || x.objective_id || '"'`,
  'x.objective_id',
  `measure_objective x where ${OF_MEASURE}`,
);
const INDICATORS = listed(
  'to_json(x.indicator)::text',
  'x.indicator',
  `measure_indicator x where ${OF_MEASURE}`,
);
const CELLS = listed(
  jsonText({ grid: text('g.code'), cell: text('c.address') }),
  'g.code, c.position',
  `measure_cell x
     join grid_cell c on c.pact_id = x.pact_id and c.id = x.cell_id
     join grid g on g.pact_id = c.pact_id and g.id = c.grid_id
   where ${OF_MEASURE}`,
);

const PROGRESS = `(select ${jsonText({ onDay: code('x.on_day'), doneShare: decimal('x.done_share') })}
  from measure_progress x where ${OF_MEASURE} order by x.on_day desc, x.id desc limit 1)`;

/** What the funding lines of the measure `m` add up to. */
export const FUNDS = `(
  select coalesce(sum(x.amount_cents), 0) as funded, coalesce(sum(x.spent_cents), 0) as spent
  from funding_line x where ${OF_MEASURE}) f`;

/** A measure `m` with its funds `f`. */
export const MEASURE = jsonText({
  id: code('m.id'),
  code: text('m.code'),
  title: titleOf('m'),
  description: optional(text('m.description')),
  pillarId: optional(code('m.pillar_id')),
  expectedResultId: optional(code('m.expected_result_id')),
  objectiveIds: json(OBJECTIVES),
  indicators: json(INDICATORS),
  cells: json(CELLS),
  startsOn: optional(code('m.starts_on')),
  endsOn: optional(code('m.ends_on')),
  durationMonths: optional(scalar('m.duration_months')),
  budgetCents: optional(scalar('m.budget_cents')),
  responsibleUnitId: optional(code('m.responsible_unit_id')),
  instrument: optional(code('m.instrument')),
  targetGroups: list('m.target_groups'),
  state: code('m.state'),
  progress: optional(json(PROGRESS)),
  fundedCents: scalar('f.funded'),
  spentCents: scalar('f.spent'),
  version: scalar('m.version'),
  createdAt: instant('m.created_at'),
  updatedAt: instant('m.updated_at'),
});
