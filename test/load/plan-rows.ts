import pg from 'pg';

const MEASURES = 2_000;
const PROBLEMS = 300;
const EXPENDITURES = 10_000;
const COMMITMENTS = 1_000;

/** A tree of problems, each with its objective: the first is the core, and the others cause one before them. */
const TREES = `
  insert into problem (pact_id, id, code, title, is_core)
  select $1, gen_random_uuid(), 'P' || i, 'Problema ' || i, i = 1 from generate_series(1, ${PROBLEMS}) i;
  insert into problem_link (pact_id, id, cause_id, effect_id)
  select $1, gen_random_uuid(), c.id, e.id
  from generate_series(2, ${PROBLEMS}) i
    join problem c on c.pact_id = $1 and c.code = 'P' || i
    join problem e on e.pact_id = $1 and e.code = 'P' || i / 2;
  insert into objective (pact_id, id, code, title, problem_id)
  select pact_id, gen_random_uuid(), replace(code, 'P', 'O'), 'Obiettivo', id from problem where pact_id = $1;
  insert into objective_link (pact_id, id, means_id, end_id)
  select $1, gen_random_uuid(), m.id, e.id
  from generate_series(2, ${PROBLEMS}) i
    join objective m on m.pact_id = $1 and m.code = 'O' || i
    join objective e on e.pact_id = $1 and e.code = 'O' || i / 2`;

/** Measures that serve them, some without indicators or money, in a grid of ten by three by three. */
const PLAN = `
  insert into measure (pact_id, id, code, title_it, starts_on, ends_on, budget_cents, state)
  select $1, gen_random_uuid(), 'M' || i, 'Misura ' || i, '2026-01-01', '2026-12-31', 100000, 'running'
  from generate_series(1, ${MEASURES}) i;
  insert into measure_objective (pact_id, measure_id, objective_id)
  select $1, m.id, o.id from generate_series(1, ${MEASURES}) i
    join measure m on m.pact_id = $1 and m.code = 'M' || i
    join objective o on o.pact_id = $1 and o.code = 'O' || 1 + i % ${PROBLEMS};
  insert into measure_indicator (pact_id, measure_id, indicator)
  select pact_id, id, 'fulfilment_rate' from measure where pact_id = $1 and code not like '%7';
  insert into grid (pact_id, id, code, title_it) values ($1, gen_random_uuid(), 'plan', 'Piano');
  insert into grid_cell (pact_id, id, grid_id, position, address)
  select pact_id, gen_random_uuid(), id, i, 'c/' || i from grid, generate_series(1, 90) i where pact_id = $1;
  insert into measure_cell (pact_id, measure_id, cell_id)
  select $1, m.id, c.id from generate_series(1, ${MEASURES}) i
    join measure m on m.pact_id = $1 and m.code = 'M' || i
    join grid_cell c on c.pact_id = $1 and c.position = 1 + i % 90`;

const MONEY = `
  insert into funding_programme (id, code, kind, title_it) values (gen_random_uuid(), 'bench', 'regional', 'Fondo');
  insert into funding_line (pact_id, id, measure_id, programme_id, amount_cents, starts_on, spent_cents)
  select m.pact_id, gen_random_uuid(), m.id, p.id, 90000, '2026-01-01', 500
  from measure m, funding_programme p where m.pact_id = $1 and p.code = 'bench' and m.code not like '%3';
  insert into expenditure (pact_id, id, funding_line_id, kind, spent_on, amount_cents, recorded_by)
  select $1, gen_random_uuid(), l.id, 'expenditure', '2026-02-01', 100, 'bench'
  from (select id from funding_line where pact_id = $1) l, generate_series(1, 10) limit ${EXPENDITURES};
  insert into commitment (pact_id, id, promisor_member_id, title, resource_kind, quantity, unit, starts_on, ends_on,
    state, measure_id)
  select $1, gen_random_uuid(), $2, 'Ore', 'staff_time', 10, 'hours', '2026-01-01', '2026-12-31', 'active', m.id
  from (select id from measure where pact_id = $1 limit ${COMMITMENTS}) m`;

const TABLES = `problem, problem_link, objective, objective_link, measure, measure_objective, measure_indicator,
  measure_cell, grid_cell, funding_line, expenditure, commitment`;

interface Filled {
  readonly objectiveId: string;
  readonly leafId: string;
  readonly commitmentId: string;
  readonly gridId: string;
}

/** A pact as large as they come: 2,000 measures, 10,000 expenditures, a tree of 300 problems. */
export async function fillPlan(databaseUrl: string, pactId: string, promisorId: string): Promise<Filled> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const literal = (text: string): string =>
    text.replaceAll('$1', `'${pactId}'::uuid`).replaceAll('$2', `'${promisorId}'::uuid`);
  for (const text of [TREES, PLAN, MONEY]) await client.query(literal(text));
  await client.query(`vacuum analyze ${TABLES}`);
  const { rows } = await client.query<Filled>(
    `select (select id from objective where pact_id = $1 and code = 'O1') as "objectiveId",
       (select id from objective where pact_id = $1 and code = 'O${PROBLEMS}') as "leafId",
       (select id from commitment where pact_id = $1 limit 1) as "commitmentId",
       (select id from grid where pact_id = $1 limit 1) as "gridId"`,
    [pactId],
  );
  await client.end();
  if (rows[0] === undefined) throw new Error('a statement of one row gives one');
  return rows[0];
}
