import { startApi, type Client, type TestAnswer, type TestApi } from '../../../../test/support/api.js';
import { ComputedPacts } from '../../../../test/support/computed-pacts.js';
import { uuidv7 } from '#kernel';

let api: TestApi;
let pacts: ComputedPacts;
let pactId: string;
let caseWorker: Client;

const ask = (query: string, caller = caseWorker): Promise<TestAnswer> =>
  caller.get(`/v1/pacts/${pactId}/case-figures?purpose=case_management${query}`);

const keyOf = async (kind: string, more: object = {}): Promise<Client> =>
  api.client((await api.admin.post('/v1/api-keys', { name: kind, kind, pacts: [pactId], ...more })).body.key);

beforeAll(async () => {
  api = await startApi();
  pacts = await ComputedPacts.on(api);
  const actor = { name: 'Il Ponte', system: 'third_sector', kind: 'cooperative' };
  const actorId = (await api.admin.post('/v1/actors', actor)).body.id as string;
  pactId = await pacts.add({ women: 4, men: 4 });
  const start = (startedOn: string, leadActorId?: string) => {
    const id = uuidv7();
    return { externalId: id, participantId: id, startedOn, leadActorId };
  };
  await pacts.records(pactId).push({
    source: 'sil',
    pathways: [
      start('2025-01-20', actorId),
      start('2025-03-20', actorId),
      start('2025-03-21', actorId),
      start('2025-02-01'),
    ],
  });
  await pacts.compute(pactId);
  caseWorker = await keyOf('case_worker', { actorId });
});
afterAll(async () => {
  await pacts.close();
  await api.close();
});

describe('figures over any days', () => {
  it('count the pathways that the caller answers for', async () => {
    const { status, body } = await ask(
      '&period=2025-01-15..2025-03-20&indicator=pathways_started,placement_rate_365',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ from: '2025-01-15', to: '2025-03-20', asOf: '2025-12-31' });
    expect(body.items).toEqual([
      expect.objectContaining({
        indicator: 'pathways_started',
        value: 2,
        unit: 'pathway',
        leftOut: [],
      }),
      expect.objectContaining({
        indicator: 'placement_rate_365',
        value: null,
        missing: 'no-cases',
        leftOut: [{ reason: 'not-mature', rows: 2 }],
      }),
    ]);
  });

  it('are of all indicators that count persons unless told', async () => {
    const { body } = await ask('&period=2025-01..2025-03');
    const codes = (body.items as { indicator: string }[]).map(({ indicator }) => indicator);
    expect(codes).toEqual(expect.arrayContaining(['EECO01', 'job_retention_90', 'participants_reached']));
    expect(codes).not.toContain('fulfilment_rate');
  });

  it('want a range of days and known codes', async () => {
    for (const query of [
      '&period=2025',
      '',
      '&period=2025-01-15..2025-01-14',
      '&period=2025..2025&indicator=density',
    ]) {
      expect([query, (await ask(query)).status]).toEqual([query, 400]);
    }
  });

  it('are nobody else’s', async () => {
    const others = [api.admin, await keyOf('dashboard'), await keyOf('coordinator'), await keyOf('auditor')];
    for (const caller of others) expect((await ask('&period=2025..2025', caller)).status).toBe(403);
  });

  it('are not published: a range among the figures of a pact is a choice of whole months', async () => {
    const { body } = await api.admin.get(
      `/v1/pacts/${pactId}/figures?indicator=pathways_started&period=2025-01-15..2025-03-20`,
    );
    expect((body.items as { period: string }[]).map(({ period }) => period)).toEqual([
      '2025-01',
      '2025-02',
      '2025-03',
    ]);
  });
});
