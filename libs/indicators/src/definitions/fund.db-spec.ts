import fc from 'fast-check';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { FIRST, push, pushNaming } from '../../../../test/support/histories.js';
import { Records } from '../../../../test/support/records.js';
import { addDays } from '#kernel';
import { Catalogue } from '../definition/catalogue.js';
import type { FiguresEngine } from '../engine/figures-engine.js';
import { figuresEngineOn } from '../engine/figures-engine.wiring.js';

/** Two years after the last day that a history tells of: everything has matured. */
const AS_OF = addDays(FIRST, 1_400);
const CELLS = ['', 'sex=F', 'sex=M', 'sex=unknown'];

let db: TestDatabase;
let engine: FiguresEngine;
beforeAll(async () => {
  db = await testDatabase();
  const { all } = await Catalogue.load();
  engine = figuresEngineOn(db.database, new Catalogue(all.filter(({ code }) => code.startsWith('EEC'))));
});
afterAll(() => db.close());

/** The count of an indicator since the pact's start, by code and cell. */
async function counts(records: Records): Promise<(code: string, cell: string) => number> {
  await engine.compute(records.pactId, { asOf: AS_OF, runId: await records.run() });
  const rows = await db.owner.query<{ key: string; value: number }>(
    `select indicator || ' ' || cell as key, (numbers->>'value')::int as value from figure
     where pact_id = $1 and period = 'since-start' and latest`,
    [records.pactId],
  );
  const known = new Map(rows.map(({ key, value }) => [key, value]));
  return (code, cell) => known.get(`${code} ${cell}`) ?? 0;
}

describe('the common indicators of the fund', () => {
  it('are consistent, in all and by sex, whatever was pushed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(push, { minLength: 1, maxLength: 6 }), async (pushes) => {
        const records = await new Records(db.owner).pact(FIRST);
        for (const each of pushes) await pushNaming(db.owner, records, each);
        await db.owner.query(
          `update pathway set entry_status = 'inactive' where pact_id = $1 and entry_status is null`,
          [records.pactId],
        );
        const count = await counts(records);
        for (const cell of CELLS) {
          const [all, unemployed, longTerm, inactive, employed] = [1, 2, 3, 4, 5].map((n) =>
            count(`EECO0${n}`, cell),
          );
          expect(unemployed! + inactive! + employed!).toBe(all);
          expect(longTerm).toBeLessThanOrEqual(unemployed!);
          for (const code of ['EECR01', 'EECR02', 'EECR03', 'EECR04', 'EECR05'])
            expect(count(code, cell)).toBeLessThanOrEqual(all!);
          expect(count('EECR06', cell)).toBeLessThanOrEqual(employed!);
          expect(count('EECR01', cell) + count('EECR04', cell)).toBeLessThanOrEqual(all!);
        }
        const bySex = CELLS.slice(1).reduce((sum, cell) => sum + count('EECO01', cell), 0);
        expect(bySex).toBe(count('EECO01', ''));
      }),
      { numRuns: 25 },
    );
  });
});
