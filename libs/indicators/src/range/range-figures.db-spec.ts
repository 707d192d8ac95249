import fc from 'fast-check';
import { FIRST, push, pushNaming } from '../../../../test/support/histories.js';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { parsePeriod, uuidv7 } from '#kernel';
import { Catalogue } from '../definition/catalogue.js';
import { figuresEngineOn } from '../engine/figures-engine.wiring.js';
import { storedFact } from '../facts/index.js';
import { RangeFigures } from './range-figures.js';

const AS_OF = '2025-12-31';
const ALL = { ofPathway: 'true', ofParticipant: 'true' };

let db: TestDatabase;
let catalogue: Catalogue;
let figures: RangeFigures;
beforeAll(async () => {
  db = await testDatabase();
  const { all } = await Catalogue.load();
  const persons = all.filter(({ fact }) => storedFact(fact));
  catalogue = new Catalogue(persons.map((each) => ({ ...each, breakdowns: [] })));
  figures = new RangeFigures(db.database);
});
afterAll(() => db.close());

async function counted(pactId: string, from: string, to: string) {
  const range = { from, to, rows: ALL, values: [] };
  const found: Record<string, unknown> = {};
  for (const definition of catalogue.all) {
    const figure = await figures.of(pactId, definition, { range, asOf: AS_OF });
    found[definition.code] = { numbers: figure?.numbers, missing: figure?.missing ?? null };
  }
  return found;
}

describe('figures over any days', () => {
  it('are those of a period where the days are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(push, { minLength: 2, maxLength: 4 }), async (pushes) => {
        const records = await new Records(db.owner).pact(FIRST);
        for (const each of pushes) await pushNaming(db.owner, records, each);
        await figuresEngineOn(db.database, catalogue).compute(records.pactId, {
          asOf: AS_OF,
          runId: await records.run(),
        });
        for (const period of ['2025-03', '2025-Q2', '2025']) {
          const published = await db.owner.query<{
            indicator: string;
            numbers: object;
            missing: string | null;
          }>(`select indicator, numbers, missing from figure where pact_id = $1 and latest and period = $2`, [
            records.pactId,
            period,
          ]);
          const { from, to } = parsePeriod(period)!;
          const told = Object.fromEntries(published.map(({ indicator, ...each }) => [indicator, each]));
          expect(await counted(records.pactId, from, to)).toMatchObject(told);
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('begin and end where they are told to, and count each person once', async () => {
    const records = await new Records(db.owner).pact(FIRST);
    const [one, other] = [uuidv7(), uuidv7()];
    const pathway = (participantId: string, startedOn: string, measureCode: string) => ({
      externalId: `${participantId}${measureCode}`,
      participantId,
      startedOn,
      measureCode,
    });
    await records.push({
      source: 'sil',
      pathways: [
        pathway(one, '2025-01-15', 'a'),
        pathway(one, '2025-03-20', 'b'),
        pathway(other, '2025-03-21', 'a'),
        pathway(other, '2025-01-14', 'b'),
      ],
    });
    await figuresEngineOn(db.database, catalogue).compute(records.pactId, {
      asOf: AS_OF,
      runId: await records.run(),
    });
    expect(await counted(records.pactId, '2025-01-15', '2025-03-20')).toMatchObject({
      pathways_started: { numbers: { value: 2 } },
      participants_started: { numbers: { value: 1 } },
      pathways_active: { numbers: { value: 3 } },
    });
  });
});
