import pg from 'pg';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const REGION = '/v1/outcome-batches';
const person = (value: string) => ({ scheme: 'own', value });
const pathway = (externalId: string, value: string) => ({
  kind: 'pathway',
  externalId,
  participant: person(value),
  startedOn: '2025-01-10',
});
const job = (externalId: string, value: string, more: object = {}) => ({
  kind: 'employment',
  externalId,
  participant: person(value),
  startedOn: '2025-05-01',
  contract: 'A.01.00',
  ...more,
});

describe('a batch for many pacts', () => {
  let api: TestApi;
  let database: pg.Client;
  let here: PactWithMembers;
  let there: PactWithMembers;
  let elsewhere: PactWithMembers;
  let region: Client;

  beforeAll(async () => {
    api = await startApi();
    database = new pg.Client(api.databaseUrl);
    await database.connect();
    [here, there, elsewhere] = [
      await pactWithMembers(api, 0),
      await pactWithMembers(api, 0),
      await pactWithMembers(api, 0),
    ];
    const wish = {
      name: 'Regione',
      kind: 'partner',
      pacts: [here.pactId, there.pactId],
      scopes: ['source:co'],
    };
    region = api.client((await api.admin.post('/v1/api-keys', wish)).body.key);
    await known(here, ['anna', 'bruno']);
    await known(there, ['anna']);
    await known(elsewhere, ['carla', 'anna']);
  });
  afterAll(async () => {
    await database.end();
    await api.close();
  });

  /** Their pathways come from a system of each pact. */
  async function known(pact: PactWithMembers, people: readonly string[]): Promise<void> {
    const local = await pact.keyOf('partner');
    const records = people.map((name) => pathway(`w-${name}`, name));
    const { body } = await local.post(`${pact.path}/outcome-batches`, {
      source: `sil-${pact.pactId}`,
      records,
    });
    expect(body.counts.created).toBe(people.length);
  }

  const jobs = async (): Promise<string[]> => {
    const { rows } = await database.query<{ name: string }>(
      `select concat(external_id, ' ', pact_id) as name from employment_spell where not deleted order by external_id, pact_id`,
    );
    return rows.map(({ name }) => name);
  };
  const at = (externalId: string, ...pacts: PactWithMembers[]): string[] =>
    pacts.map(({ pactId }) => `${externalId} ${pactId}`).sort();
  const people = async (): Promise<unknown> =>
    (await database.query('select count(*)::int as n from identity.participant_identity')).rows;

  it('sends each record where its person has a pathway, and keeps nothing of who is nowhere', async () => {
    const before = await people();
    const records = [
      job('a', 'anna'),
      job('b', 'bruno'),
      job('c', 'carla'),
      pathway('d', 'dora'),
      job('e', 'anna', { endedOn: '2024-01-01' }),
    ];
    const { status, body } = await region.post(REGION, { records });
    expect(status).toBe(200);
    const counts = {
      received: 5,
      created: 2,
      updated: 0,
      unchanged: 0,
      deleted: 0,
      rejected: 1,
      unmatched: 2,
    };
    expect(body).toMatchObject({ source: 'co', status: 'partial', counts });
    expect(body.results).toEqual([
      { index: 0, outcome: 'created' },
      { index: 1, outcome: 'created' },
      { index: 2, outcome: 'unmatched' },
      { index: 3, outcome: 'unmatched' },
      { index: 4, outcome: 'rejected', errors: [expect.objectContaining({ pointer: '/endedOn' })] },
    ]);
    expect(await jobs()).toEqual([...at('a', here, there), ...at('b', here)]);
    expect(await people()).toEqual(before);
    const shares = new Map(
      body.pacts.map((share: { pactId: string; batchId: string; counts: object }) => [share.pactId, share]),
    ) as Map<string, { batchId: string; counts: { created: number } }>;
    expect(shares.get(here.pactId)?.counts.created).toBe(2);
    expect(shares.get(there.pactId)?.counts.created).toBe(1);
    expect(shares.size).toBe(2);
    const share = await region.get(`${here.path}/outcome-batches/${shares.get(here.pactId)?.batchId}`);
    expect(share.body.results).toMatchObject([
      { index: 0, externalId: 'a', outcome: 'created' },
      { index: 1, externalId: 'b', outcome: 'created' },
    ]);
    expect((await region.get(`${REGION}/${body.id}`)).body).toEqual(body);
    const lines = String((await region.get(`${REGION}/${body.id}/results`)).body)
      .trim()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(body.results);
    expect((await region.get(REGION)).body.items[0].id).toBe(body.id);
    expect((await api.admin.get(`${REGION}/${body.id}`)).status).toBe(404);
  });

  it('is unchanged when it comes again, and withdraws records where they are', async () => {
    const again = await region.post(REGION, { records: [job('a', 'anna'), job('b', 'bruno')] });
    expect(again.body.counts).toMatchObject({ unchanged: 2, created: 0 });
    const gone = (externalId: string) => ({ kind: 'employment', externalId, op: 'delete' });
    const fresh = job('f', 'bruno');
    const { body } = await region.post(REGION, { records: [gone('a'), gone('never'), fresh, gone('f')] });
    expect(body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      'deleted',
      'unmatched',
      'created',
      'deleted',
    ]);
    expect(await jobs()).toEqual(at('b', here));
  });

  it('tells the strongest of what became of a row', async () => {
    await region.post(`${there.path}/outcome-batches`, { source: 'co', records: [job('g', 'anna')] });
    const { body } = await region.post(REGION, { records: [job('g', 'anna')] });
    expect(body.counts).toMatchObject({ created: 1, unchanged: 0 });
    expect(body.pacts.map(({ counts }: { counts: { created: number } }) => counts.created).sort()).toEqual([
      0, 1,
    ]);
  });

  it('keeps nothing of a dry run, or of an atomic batch of which a row does not fit', async () => {
    const before = [await jobs(), (await region.get(REGION)).body.items.length];
    const records = [job('h', 'anna'), job('i', 'bruno', { endedOn: '2024-01-01' })];
    const dry = await region.post(`${REGION}?dryRun=true`, { records });
    expect(dry.body).toMatchObject({ dryRun: true, counts: { created: 1, rejected: 1 } });
    const atomic = await region.post(`${REGION}?mode=atomic`, { records });
    expect(atomic.status).toBe(422);
    expect(atomic.body).toMatchObject({ type: '/problems/batch-refused', batchStatus: 'failed' });
    expect(atomic.body.results).toMatchObject([{ index: 1, outcome: 'rejected' }]);
    expect([await jobs(), (await region.get(REGION)).body.items.length]).toEqual(before);
    const fit = await region.post(`${REGION}?mode=atomic`, { records: records.slice(0, 1) });
    expect(fit.body).toMatchObject({ status: 'succeeded', counts: { created: 1 } });
  });

  it('is for sources of the key only', async () => {
    const { body } = await region.post(REGION, { source: 'other', records: [] });
    expect(body.type).toBe('/problems/source-taken');
  });
});
