import { insertInto } from '../../../../test/support/agreements.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { Catalogue } from '../definition/catalogue.js';
import { figuresEngineOn } from '../engine/figures-engine.wiring.js';
import { scheduleFact } from './plan.fact.js';

let db: TestDatabase;
let records: Records;

/** Inserts one row of that table, in the pact. */
const insert = (table: string, row: Record<string, unknown>): Promise<string> =>
  insertInto(db.owner, table, { pact_id: records.pactId, ...row });

async function value(indicator: string, period: string, cell = ''): Promise<object | undefined> {
  return db.owner.one(
    `select (numbers->>'value')::float8 as value, missing from figure
     where pact_id = $1 and indicator = $2 and period = $3 and cell = $4 and latest`,
    [records.pactId, indicator, period, cell],
  );
}

const at = (day: string): string => `${day}T12:00:00Z`;

const measure = (code: string, enteredOn: string, more: Record<string, unknown> = {}): Promise<string> =>
  insert('measure', { code, title_it: code, created_at: at(enteredOn), ...more });

const move = (measure_id: string, to_state: string, day: string): Promise<string> =>
  insert('measure_transition', { measure_id, from_state: '-', to_state, made_by: 'test', made_at: at(day) });

async function line(measure_id: string, amount_cents: number, starts_on: string, enteredOn: string) {
  const programme = { code: `${measure_id}-${starts_on}`, kind: 'regional', title_it: 'Fondo' };
  const programme_id = await insertInto(db.owner, 'funding_programme', programme);
  return insert('funding_line', {
    measure_id,
    programme_id,
    amount_cents,
    starts_on,
    created_at: at(enteredOn),
  });
}

const entry = (funding_line_id: string, amount_cents: number, spent_on: string, more: object = {}) =>
  insert('expenditure', {
    funding_line_id,
    kind: 'expenditure',
    spent_on,
    amount_cents,
    recorded_by: 'test',
    ...more,
  });

const told = (measure_id: string, on_day: string, done_share: number): Promise<string> =>
  insert('measure_progress', { measure_id, on_day, done_share, recorded_by: 'test' });

async function grid(placed: readonly (string | undefined)[]): Promise<void> {
  const grid_id = await insert('grid', { code: 'grid', title_it: 'Griglia', created_at: at('2025-01-01') });
  for (const [position, measureId] of placed.entries()) {
    const cellId = await insert('grid_cell', { grid_id, position, address: `cell-${position}` });
    if (measureId === undefined) continue;
    await db.owner.query(`insert into measure_cell (pact_id, measure_id, cell_id) values ($1, $2, $3)`, [
      records.pactId,
      measureId,
      cellId,
    ]);
  }
}

/** A hundred days with a budget, for which two lines hold more than enough. */
async function desk(): Promise<string> {
  const period = { starts_on: '2025-01-01', ends_on: '2025-04-10' };
  const id = await measure('desk', '2025-01-05', { ...period, budget_cents: 100_000, state: 'completed' });
  await move(id, 'approved', '2025-01-02');
  await move(id, 'completed', '2025-05-02');
  const first = await line(id, 60_000, '2025-01-20', '2025-01-20');
  await line(id, 70_000, '2025-03-01', '2025-03-05');
  const paid = await entry(first, 30_000, '2025-02-10');
  await entry(first, -5_000, '2025-03-10', { corrects_expenditure_id: paid });
  await entry(first, 9_000, '2025-02-10', { kind: 'overrun' });
  await told(id, '2025-01-31', 0.3);
  await told(id, '2025-03-05', 0.7);
  return id;
}

/** Without days; given up, and paid for once more after that. */
async function bus(): Promise<string> {
  const id = await measure('bus', '2025-02-01', { budget_cents: 50_000, state: 'closed' });
  await move(id, 'closed', '2025-04-15');
  await entry(await line(id, 20_000, '2025-02-15', '2025-02-15'), 1_000, '2025-05-10');
  return id;
}

beforeAll(async () => {
  db = await testDatabase();
  records = await new Records(db.owner).pact('2025-01-01');
  const idea = await measure('idea', '2025-03-10', { starts_on: '2025-05-01', ends_on: '2025-05-31' });
  await grid([await desk(), await bus(), idea, undefined]);
  const engine = figuresEngineOn(db.database, await Catalogue.load());
  await engine.compute(records.pactId, { asOf: '2025-06-30', runId: await records.run() });
}, 60_000);
afterAll(() => db.close());

describe('figures about the plan', () => {
  it.each([
    ['2025-01', 0.6],
    ['2025-02', 80 / 150],
    ['2025-Q1', 0.8],
    ['2025-04', 1],
  ])(
    'tell for %s which share of the budgets is funded, none of them beyond itself',
    async (period, share) => {
      expect(await value('budget_funded_share', period)).toEqual({
        value: expect.closeTo(share, 6),
        missing: null,
      });
    },
  );

  it.each([
    ['2025-01', 0],
    ['2025-02', 30 / 150],
    ['2025-03', 25 / 150],
    ['2025-04', 0.25],
    ['2025', 0.25],
  ])('tell for %s which share was paid, corrections taken off', async (period, share) => {
    expect(await value('budget_spent_share', period)).toMatchObject({ value: expect.closeTo(share, 6) });
  });

  it('tell the money of each measure', async () => {
    expect(await value('budget_funded_share', '2025-Q1', 'measure=bus')).toMatchObject({ value: 0.4 });
    expect(await value('budget_spent_share', '2025-Q1', 'measure=desk')).toMatchObject({ value: 0.25 });
  });

  it.each([
    // Three tenths are done on the 31st day: good until the 40th.
    ['2025-01', 1],
    ['2025-02', 0],
    // Seven tenths on the 64th: good until the 80th, the 21st of March.
    ['2025-03', 0],
    ['2025-04', 0],
    ['2025-05', null],
  ])('tell for %s whether measures under way keep to their days', async (period, share) => {
    expect(await value('measures_on_schedule', period)).toMatchObject({ value: share });
  });

  it('tell how many cells of the grids a measure works on that was not given up', async () => {
    expect(await value('grid_cells_covered', '2025-01')).toMatchObject({ value: 0.25 });
    expect(await value('grid_cells_covered', '2025-Q1')).toMatchObject({ value: 0.5 });
    expect(await value('grid_cells_covered', 'since-start')).toMatchObject({ value: 0.5 });
  });
});

describe('stretches of a schedule', () => {
  const days = async (): Promise<string[]> => {
    const rows = await db.owner.query<{ since: string; until: string; good: boolean }>(
      `select since, until, on_schedule as good from (${scheduleFact.rows('pact')}) s
       where $2::date is not null order by since`,
      [records.pactId, '2025-06-30'],
    );
    return rows.map(({ since, until, good }) => `${since} ${until} ${good ? 'on' : 'late'}`);
  };

  it('follow one another without gaps until the measure is over', async () => {
    expect(await days()).toEqual([
      '2025-01-01 2025-01-11 on',
      '2025-01-11 2025-01-31 late',
      '2025-01-31 2025-02-10 on',
      '2025-02-10 2025-03-05 late',
      '2025-03-05 2025-03-22 on',
      '2025-03-22 2025-05-02 late',
    ]);
  });
});

describe('a change of the plan', () => {
  const marked = async (): Promise<unknown> =>
    db.owner.one(`select subjects from recomputation_due where pact_id = $1`, [records.pactId]);

  it('has its figures counted again', async () => {
    for (const change of [
      () => measure('late', '2025-06-01'),
      async () => line(await measure('later', '2025-06-01'), 1, '2025-06-01', '2025-06-01'),
      () => insert('grid', { code: 'other', title_it: 'Altra' }),
    ]) {
      await db.owner.query(`delete from recomputation_due`);
      await change();
      expect(await marked()).toEqual({ subjects: ['agreements'] });
    }
    const [{ id } = { id: '' }] = await db.owner.query<{ id: string }>(
      `select id from measure where pact_id = $1 and code = 'late'`,
      [records.pactId],
    );
    await db.owner.query(`delete from recomputation_due`);
    await told(id, '2025-06-02', 0.5);
    expect(await marked()).toEqual({ subjects: ['agreements'] });
  });
});
