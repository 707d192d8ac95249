import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { addDays, uuidv7 } from '#kernel';
import { Catalogue } from '../definition/catalogue.js';
import { IndicatorSettingsQueries } from '../settings/indicator-settings.queries.js';
import { completeSettings } from '../settings/indicator-settings.rules.js';
import type { FiguresEngine } from './figures-engine.js';
import { figuresEngineOn } from './figures-engine.wiring.js';

const AS_OF = '2025-12-31';

let db: TestDatabase;
let engine: FiguresEngine;
let settings: IndicatorSettingsQueries;

beforeAll(async () => {
  db = await testDatabase();
  settings = new IndicatorSettingsQueries(db.database);
  engine = figuresEngineOn(db.database, await Catalogue.load());
});
afterAll(() => db.close());

interface Shown {
  readonly value: number | null;
  readonly suppression: string;
  readonly revision: number;
}

const shown = async (
  pactId: string,
  indicator: string,
  period: string,
  cell = '',
): Promise<Shown | undefined> =>
  db.owner.one<Shown>(
    `select (numbers->>'value')::float8 as value, suppression, revision from figure
     where pact_id = $1 and indicator = $2 and period = $3 and cell = $4 and latest`,
    [pactId, indicator, period, cell],
  );

const compute = async (records: Records, asOf = AS_OF) =>
  engine.compute(records.pactId, { asOf, runId: await records.run() });

/** So many women who start in January and never leave. */
const women = (count: number, startedOn = '2025-01-10') => {
  const ids = Array.from({ length: count }, () => uuidv7());
  return {
    participants: ids.map((participantId) => ({ externalId: `w-${participantId}`, participantId, sex: 'F' })),
    pathways: ids.map((participantId) => ({ externalId: `p-${participantId}`, participantId, startedOn })),
  };
};

describe('the figures engine', () => {
  it('computes every indicator, and nothing changes when nothing has changed', async () => {
    const records = await new Records(db.owner).pact('2025-01-01');
    await records.push({ source: 'sil', ...women(5) });
    const first = await compute(records);
    expect(first.computed).toBeGreaterThan(100);
    expect(first.changed).toBe(first.computed);
    expect(await compute(records)).toEqual({ computed: first.computed, changed: 0 });
    expect(await shown(records.pactId, 'pathways_started', '2025-01', 'sex=F')).toEqual({
      value: 5,
      suppression: 'none',
      revision: 1,
    });
    expect(await shown(records.pactId, 'pathways_active', 'since-start')).toMatchObject({ value: 5 });
    expect(await shown(records.pactId, 'pathways_started', '2025-02')).toMatchObject({ value: 0 });
  });

  it('adds a revision to what late data changes and keeps the one before', async () => {
    const records = await new Records(db.owner).pact('2025-01-01');
    await records.push({ source: 'sil', ...women(4) });
    await compute(records);
    await records.push({ source: 'sil', ...women(3) });
    await compute(records);
    expect(await shown(records.pactId, 'pathways_started', '2025')).toEqual({
      value: 7,
      suppression: 'none',
      revision: 2,
    });
    const kept = await db.owner.query<{ value: number }>(
      `select (numbers->>'value')::int as value from figure
       where pact_id = $1 and indicator = 'pathways_started' and period = '2025' and cell = '' order by revision`,
      [records.pactId],
    );
    expect(kept.map((row) => row.value)).toEqual([4, 7]);
    expect(await shown(records.pactId, 'pathways_started', '2024')).toBeUndefined();
  });

  it('tells a cell that has become empty as empty', async () => {
    const records = await new Records(db.owner).pact('2025-01-01');
    const { participants, pathways } = women(4);
    await records.push({ source: 'sil', participants, pathways });
    await compute(records);
    await records.push({ source: 'sil', pathways: pathways.map((each) => ({ ...each, deleted: true })) });
    await compute(records);
    expect(await shown(records.pactId, 'pathways_started', '2025-01', 'sex=F')).toMatchObject({
      value: 0,
      revision: 2,
    });
    expect(await shown(records.pactId, 'placement_rate_180', '2025-01', 'sex=F')).toMatchObject({
      value: null,
    });
  });

  it('hides small counts by the threshold of the pact, and again when it is raised', async () => {
    const records = await new Records(db.owner).pact('2025-01-01');
    await records.push({ source: 'sil', ...women(4) });
    await records.push({ source: 'sil', ...women(2, '2025-03-01') });
    await compute(records);
    expect(await shown(records.pactId, 'pathways_started', '2025-01')).toMatchObject({ suppression: 'none' });
    expect(await shown(records.pactId, 'pathways_started', '2025-03')).toMatchObject({
      suppression: 'primary',
    });
    await settings.replace(records.pactId, 0, completeSettings({ disclosureThreshold: 5 }));
    await compute(records);
    expect(await shown(records.pactId, 'pathways_started', '2025-01')).toMatchObject({
      suppression: 'primary',
      revision: 2,
    });
  });

  it('computes only the indicators and periods asked for', async () => {
    const records = await new Records(db.owner).pact('2025-01-01');
    await records.push({ source: 'sil', ...women(4) });
    const runId = await records.run();
    const order = { asOf: AS_OF, runId, indicators: ['pathways_started'], periods: ['2025'] };
    // The total, and one cell of each breakdown but target groups: nobody is in one.
    const cells = (await Catalogue.load()).find('pathways_started')!.breakdowns.length;
    expect(await engine.compute(records.pactId, order)).toMatchObject({
      computed: cells,
      changed: cells,
    });
  });

  it('refuses codes and periods that there are not', () => {
    expect(() =>
      engine.check({ indicators: ['pathways_started', 'nonsense'], periods: ['2025-13', '2025'] }),
    ).toThrow();
    expect(() => engine.check({ indicators: ['pathways_started'], periods: ['2025-Q4'] })).not.toThrow();
  });

  it('lets two computations of one pact take turns', async () => {
    const records = await new Records(db.owner).pact('2025-01-01');
    await records.push({ source: 'sil', ...women(4) });
    const results = await Promise.all([compute(records), compute(records), compute(records)]);
    const changes = results.map((result) => result.changed).sort((a, b) => a - b);
    expect(changes.slice(0, 2)).toEqual([0, 0]);
    expect(changes[2]).toBeGreaterThan(0);
  });
});

describe('stocks and flows', () => {
  let flows: FiguresEngine;
  beforeAll(async () => {
    const { all } = await Catalogue.load();
    flows = figuresEngineOn(
      db.database,
      new Catalogue(all.filter(({ code }) => code.startsWith('pathways_'))),
    );
  });

  const person = fc.record({ from: fc.nat(400), length: fc.option(fc.nat(300), { nil: undefined }) });

  it('agree: who is active is who was, plus started, less closed, in every period', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 20 }), async (people) => {
        const records = await new Records(db.owner).pact('2025-01-01');
        await records.push({
          source: 'sil',
          pathways: people.map(({ from, length }, index) => {
            const startedOn = addDays('2025-01-01', from);
            const endedOn = length === undefined ? undefined : addDays(startedOn, length);
            return { externalId: `p-${index}`, participantId: uuidv7(), startedOn, endedOn };
          }),
        });
        await flows.compute(records.pactId, { asOf: '2026-06-30', runId: await records.run() });
        let active = 0;
        for (const period of ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2']) {
          const started = (await shown(records.pactId, 'pathways_started', period))?.value ?? 0;
          const closed = (await shown(records.pactId, 'pathways_closed', period))?.value ?? 0;
          active += started - closed;
          expect(await shown(records.pactId, 'pathways_active', period)).toMatchObject({ value: active });
        }
      }),
      { numRuns: 15 },
    );
  });
});
