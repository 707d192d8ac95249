import fc from 'fast-check';
import { FIRST, push, pushNaming } from '../../../../test/support/histories.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { addDays } from '#kernel';
import { Catalogue } from '../definition/catalogue.js';
import { IndicatorSettingsQueries } from '../settings/indicator-settings.queries.js';
import { ANCHORS, completeSettings, RETENTION_RULES } from '../settings/indicator-settings.rules.js';
import type { FiguresEngine } from './figures-engine.js';
import { figuresEngineOn } from './figures-engine.wiring.js';

let db: TestDatabase;
let engine: FiguresEngine;
let settings: IndicatorSettingsQueries;
beforeAll(async () => {
  db = await testDatabase();
  const { all } = await Catalogue.load();
  // A few breakdowns of each sort: more of them only take longer.
  const kept = new Set(['sex', 'targetGroup', 'measure', 'ageGroup,sex']);
  engine = figuresEngineOn(
    db.database,
    new Catalogue(
      all.map((each) => ({ ...each, breakdowns: each.breakdowns.filter((cut) => kept.has(cut.join())) })),
    ),
  );
  settings = new IndicatorSettingsQueries(db.database);
});
afterAll(() => db.close());

const chosen = fc
  .record({
    rule: fc.constantFrom(...RETENTION_RULES),
    anchor: fc.constantFrom(...ANCHORS),
    gapDays: fc.nat(40),
    days: fc.integer({ min: 1, max: 400 }),
  })
  .map(({ days, ...retention }) => completeSettings({ retention, stableEmployment: { days } }));
const daysApart = fc.array(fc.nat(90), { minLength: 6, maxLength: 6 });

interface Kept {
  readonly key: string;
  readonly text: string;
  readonly value: number | null;
}

const figuresOf = (pactId: string): Promise<Kept[]> =>
  db.owner.query<Kept>(
    `select indicator || ' ' || period || ' ' || cell as key, (numbers->>'value')::float8 as value,
       jsonb_build_array(definition_version, unit, numbers, settings, suppression, missing)::text as text
     from figure where pact_id = $1 and latest`,
    [pactId],
  );

describe('figures that are kept up to date', () => {
  it('are those of a computation from nothing, to the last digit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(push, { minLength: 1, maxLength: 4 }),
        daysApart,
        chosen,
        async (pushes, days, choice) => {
          const records = await new Records(db.owner).pact(FIRST);
          let asOf = addDays(FIRST, 200);
          const compute = async (rebuild = false): Promise<number> =>
            (await engine.compute(records.pactId, { asOf, rebuild, runId: await records.run() })).changed;
          for (const [index, each] of pushes.entries()) {
            await pushNaming(db.owner, records, each);
            asOf = addDays(asOf, days[index] ?? 0);
            await compute();
            if (index === 0) await settings.replace(records.pactId, 0, choice);
          }
          await compute();
          expect(await compute(true)).toBe(0);
          const kept = new Map((await figuresOf(records.pactId)).map((each) => [each.key, each]));
          await db.owner.query(`delete from figure where pact_id = $1`, [records.pactId]);
          await db.owner.query(`delete from indicator_state where pact_id = $1`, [records.pactId]);
          await compute(true);
          for (const { key, text } of await figuresOf(records.pactId)) {
            expect([key, kept.get(key)?.text]).toEqual([key, text]);
            kept.delete(key);
          }
          // What is left are cells that once had somebody in them.
          expect([...kept.values()].filter(({ value }) => value !== null && value !== 0)).toEqual([]);
        },
      ),
      { numRuns: 10 },
    );
  });
});
