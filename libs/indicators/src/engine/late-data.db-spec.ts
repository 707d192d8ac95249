import { uuidv7 } from '#kernel';
import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { Catalogue } from '../definition/catalogue.js';
import type { FiguresEngine } from './figures-engine.js';
import { figuresEngineOn } from './figures-engine.wiring.js';

const AS_OF = '2025-12-31';
const MANY = 12;

let db: TestDatabase;
let engine: FiguresEngine;
beforeAll(async () => {
  db = await testDatabase();
  const { all } = await Catalogue.load();
  engine = figuresEngineOn(db.database, new Catalogue(all.map((each) => ({ ...each, breakdowns: [] }))));
});
afterAll(() => db.close());

const people = Array.from({ length: MANY }, () => uuidv7());
const each = <T>(make: (participantId: string, index: number) => T): T[] => people.map(make);

/** A pact whose people started in February and found jobs in March, with its figures. */
async function published(): Promise<Records> {
  const records = await new Records(db.owner).pact('2025-01-01');
  await records.push({
    source: 'sil',
    receivedAt: '2025-12-01T10:00:00Z',
    pathways: each((participantId, index) => ({
      externalId: `w${index}`,
      participantId,
      startedOn: '2025-02-10',
      endedOn: '2025-04-30',
      exitReason: 'completed',
      confirmedOn: '2025-12-01',
    })),
    spells: each((participantId, index) => ({
      externalId: `e${index}`,
      participantId,
      startedOn: '2025-03-10',
      confirmedOn: '2025-12-01',
    })),
  });
  await compute(records);
  return records;
}

const compute = async (records: Records): Promise<number> =>
  (await engine.compute(records.pactId, { asOf: AS_OF, runId: await records.run(), subjects: ['people'] }))
    .changed;

/** What has a second revision: indicators, and the periods of each. */
async function changed({ pactId }: Records): Promise<Map<string, string[]>> {
  const rows = await db.owner.query<{ indicator: string; periods: string[] }>(
    `select indicator, array_agg(period order by period) as periods from figure
     where pact_id = $1 and revision > 1 group by indicator`,
    [pactId],
  );
  return new Map(rows.map(({ indicator, periods }) => [indicator, periods]));
}

const CONTAINING_JUNE = ['2025', '2025-06', '2025-H1', '2025-Q2', 'since-start'];

describe('data that come late', () => {
  it('change the periods they are about, and those alone', async () => {
    const records = await published();
    await records.push({
      source: 'sil',
      services: each((participantId, index) => ({
        externalId: `s${index}`,
        participantId,
        service: 'orientation',
        onDate: '2025-06-15',
        hours: 1,
        confirmedOn: '2025-12-01',
      })),
    });
    expect(await compute(records)).toBeGreaterThan(0);
    const found = await changed(records);
    for (const [indicator, periods] of found) {
      expect([indicator, periods.filter((period) => !CONTAINING_JUNE.includes(period))]).toEqual([
        indicator,
        [],
      ]);
    }
    expect(found.get('participants_reached')).toEqual(['2025-06']);
  });

  it('change the indicators that count them, and no others', async () => {
    const records = await published();
    await records.push({
      source: 'sil',
      spells: each((participantId, index) => ({
        externalId: `e${index}`,
        participantId,
        startedOn: '2025-03-10',
        endedOn: '2025-07-31',
        confirmedOn: '2025-12-01',
      })),
    });
    expect(await compute(records)).toBeGreaterThan(0);
    const found = await changed(records);
    expect(found.has('job_retention_180')).toBe(true);
    for (const untouched of [
      'pathways_started',
      'pathways_closed',
      'completion_rate',
      'social_progression',
    ]) {
      expect([untouched, found.get(untouched)]).toEqual([untouched, undefined]);
    }
  });

  it('change nothing when they say what is known', async () => {
    const records = await published();
    await records.push({
      source: 'sil',
      pathways: [
        {
          externalId: 'w0',
          participantId: people[0]!,
          startedOn: '2025-02-10',
          endedOn: '2025-04-30',
          exitReason: 'completed',
          confirmedOn: '2025-12-01',
        },
      ],
    });
    expect(await compute(records)).toBe(0);
  });
});
