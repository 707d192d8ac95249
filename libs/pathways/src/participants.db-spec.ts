import { createLog, Database, type Settings } from '#platform';
import { uuidv7 } from '#kernel';
import { testDatabase, testSettings, type TestDatabase } from '../../../test/support/database.js';
import { Records } from '../../../test/support/records.js';
import { ParticipantsQueries } from './participants.queries.js';
import { ParticipantsService } from './participants.service.js';
import { Pseudonyms } from './pseudonyms.js';

const [FIRST, SECOND] = ['the first pepper of these tests, long', 'the second pepper of these tests, long'];
const NAMES = ['anna', 'bruno', 'carla'];

describe('participants while the pepper is changed', () => {
  let db: TestDatabase;
  let pactId: string;
  beforeAll(async () => {
    db = await testDatabase();
    ({ pactId } = await new Records(db.owner).pact('2025-01-01'));
  });
  afterAll(() => db.close());

  const under = (pepper: string, previous?: string) => {
    const more = { PARTICIPANT_PEPPER: pepper, ...(previous && { PARTICIPANT_PEPPER_PREVIOUS: previous }) };
    const settings: Settings = testSettings(db.url, more);
    const database = new Database(db.dataSource, createLog('silent'));
    const pseudonyms = new Pseudonyms(settings);
    const service = new ParticipantsService(new ParticipantsQueries(database), pseudonyms);
    const push = (names: readonly string[]): Promise<string[]> =>
      database.transaction(async () => {
        const people = names.map((name) => pseudonyms.ofPerson('comune', name));
        const cast = await service.admit(pactId, people);
        await service.settle(pactId, cast);
        return people.map((person) => cast.ids.get(person) ?? uuidv7());
      });
    const find = (name: string) => service.find(pseudonyms.ofPerson('comune', name));
    return { push, find, leftBehind: () => service.leftBehind() };
  };

  it('stay who they are, and are filed anew when they are pushed again', async () => {
    const [anna, bruno, carla] = await under(FIRST).push(NAMES);
    const during = under(SECOND, FIRST);
    expect(await during.leftBehind()).toBe(3);
    expect(await during.find('carla')).toEqual([carla]);
    expect(await during.push(['anna', 'dario', 'bruno'])).toEqual([anna, expect.any(String), bruno]);
    expect(await during.leftBehind()).toBe(1);
    const after = under(SECOND);
    expect(await after.push(['anna', 'bruno'])).toEqual([anna, bruno]);
    expect(await after.push(['carla'])).not.toEqual([carla]);
    const filed = `select count(*)::int as count from identity.participant_identity`;
    expect(await db.owner.query(filed)).toEqual([{ count: 5 }]);
  });

  it('filed before peppers were told apart count as filed under the oldest in use', async () => {
    await db.owner.query(`update identity.participant_identity set pepper = null`);
    expect(await under(SECOND).leftBehind()).toBe(0);
    expect(await under(FIRST, SECOND).leftBehind()).toBe(5);
  });
});
