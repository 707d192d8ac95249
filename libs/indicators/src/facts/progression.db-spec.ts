import { testDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { Records } from '../../../../test/support/records.js';
import { uuidv7 } from '#kernel';
import { Catalogue } from '../definition/catalogue.js';
import { IndicatorSettingsQueries } from '../settings/indicator-settings.queries.js';
import { completeSettings, type Scale } from '../settings/indicator-settings.rules.js';
import { figuresEngineOn } from '../engine/figures-engine.wiring.js';

const DOMAINS = ['housing', 'employment', 'income', 'health', 'education', 'family_relations', 'autonomy'];
const FIRST = [2, 1, 2, 3, null, 4, 3];
const LAST = [3, 3, 2, 4, 5, 3, 3];
const scoresOf = (points: readonly (number | null)[]) =>
  Object.fromEntries(DOMAINS.map((domain, index) => [domain, points[index]]));

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

/** Two readings of example E for one person, one reading of another, and readings that are on no scale of the pact. */
async function pactWithReadings(): Promise<Records> {
  const records = await new Records(db.owner).pact('2025-01-01');
  const [one, other] = [uuidv7(), uuidv7()];
  const reading = (externalId: string, participantId: string, onDate: string, scores: object, more = {}) => ({
    externalId,
    participantId,
    onDate,
    scores,
    scale: 'five-steps',
    scaleVersion: '1',
    ...more,
  });
  await records.push({
    source: 'school',
    assessments: [
      reading('first', one, '2025-01-10', scoresOf(FIRST)),
      reading('between', one, '2025-03-10', { housing: 1 }),
      reading('other', other, '2025-02-10', scoresOf(LAST)),
      reading('older', other, '2024-02-10', scoresOf(FIRST), { scaleVersion: '0' }),
      reading('stranger', other, '2025-05-10', { garden: 4, housing: 9 }),
    ],
  });
  // The last reading comes from another source: a person is one whoever tells.
  await records.push({ source: 'sil', assessments: [reading('last', one, '2025-06-10', scoresOf(LAST))] });
  return records;
}

async function progression(records: Records, period: string): Promise<object | undefined> {
  const { all } = await Catalogue.load();
  const engine = figuresEngineOn(
    db.database,
    new Catalogue(all.filter(({ code }) => code === 'social_progression')),
  );
  await engine.compute(records.pactId, { asOf: '2025-12-31', runId: await records.run() });
  const row = await db.owner.one<{ numbers: object }>(
    `select numbers from figure where pact_id = $1 and period = $2 and cell = '' and latest`,
    [records.pactId, period],
  );
  return row?.numbers;
}

describe('social progression', () => {
  it('pairs the first and the last reading of worked example E', async () => {
    const records = await pactWithReadings();
    expect(await progression(records, '2025-06')).toEqual({
      value: 0.2,
      numerator: 3,
      denominator: 15,
      n: 6,
      participants: 1,
      improved: 3,
      stable: 2,
      declined: 1,
      meanChange: 0.5,
      leftOut: { 'not-applicable': 1 },
    });
    expect(await progression(records, '2025-02')).toMatchObject({
      value: null,
      n: 0,
      leftOut: { 'no-second-reading': 7 },
    });
  });

  it('counts down as good where the pact says so, on the scales of the pact only', async () => {
    const records = await pactWithReadings();
    const settings = new IndicatorSettingsQueries(db.database);
    const scale: Scale = {
      name: 'five-steps',
      version: '1',
      min: 1,
      max: 5,
      better: 'lower',
      domains: DOMAINS.slice(0, 2),
    };
    await settings.replace(records.pactId, 0, completeSettings({ scales: [scale] }));
    // Housing from 2 to 3 and employment from 1 to 3: three points worse, and one could have been gained.
    expect(await progression(records, '2025')).toMatchObject({
      value: -3,
      n: 2,
      improved: 0,
      declined: 2,
      meanChange: -1.5,
    });
  });
});
