import pg from 'pg';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const ANNA = { scheme: 'comune', value: 'anna-4711' };
const BRUNO = { scheme: 'comune', value: 'bruno-4712' };

describe('the mark that something has to be counted again', () => {
  let api: TestApi;
  let database: pg.Client;
  let here: PactWithMembers;
  let there: PactWithMembers;
  let partner: Client;

  beforeAll(async () => {
    api = await startApi();
    database = new pg.Client(api.databaseUrl);
    await database.connect();
    [here, there] = [await pactWithMembers(api, 0), await pactWithMembers(api, 0)];
    const wish = { name: 'SIL', kind: 'partner', pacts: [here.pactId, there.pactId] };
    partner = api.client((await api.admin.post('/v1/api-keys', wish)).body.key);
    await push(here, [pathway('w1', ANNA)]);
    await push(there, [pathway('w2', BRUNO)]);
  });
  afterAll(async () => {
    await database.end();
    await api.close();
  });
  beforeEach(() => database.query('delete from recomputation_due'));

  const pathway = (externalId: string, participant: object, more: object = {}) => ({
    kind: 'pathway',
    externalId,
    participant,
    startedOn: '2025-02-01',
    ...more,
  });
  const job = (externalId: string, participant: object) => ({
    kind: 'employment',
    externalId,
    participant,
    startedOn: '2025-05-01',
    contract: 'A.01.00',
  });
  const push = ({ path }: PactWithMembers, records: object[], query = '') =>
    partner.post(`${path}/outcome-batches${query}`, { source: 'sil', records });
  const marks = async (): Promise<{ pact: string; subjects: string[] }[]> =>
    (await database.query(`select pact_id as pact, subjects from recomputation_due`)).rows;

  it('is set in the pact that the records went to, for people alone', async () => {
    await push(here, [job('e1', ANNA)]);
    expect(await marks()).toEqual([{ pact: here.pactId, subjects: ['people'] }]);
  });

  it('is set by a regional batch where its people are', async () => {
    const records = [job('r1', BRUNO), job('r2', { scheme: 'comune', value: 'nobody' })];
    const { body } = await partner.post('/v1/outcome-batches', { source: 'sil', records });
    expect(body.counts).toMatchObject({ created: 1, unmatched: 1 });
    expect(await marks()).toEqual([{ pact: there.pactId, subjects: ['people'] }]);
  });

  it.each<[string, object[], string]>([
    ['says what is known', [pathway('w1', ANNA)], ''],
    ['is only tried', [pathway('w9', ANNA)], '?dryRun=true'],
    ['does not fit', [pathway('w9', ANNA, { phase: 'nowhere' })], ''],
    ['is older than what is stored', [pathway('old', ANNA, { confirmedOn: '2025-03-01' })], ''],
  ])('is not set by what %s', async (name, records, query) => {
    if (name.startsWith('is older')) await push(here, [pathway('old', ANNA, { confirmedOn: '2025-09-01' })]);
    await database.query('delete from recomputation_due');
    expect((await push(here, records, query)).status).toBe(200);
    expect(await marks()).toEqual([]);
  });
});
