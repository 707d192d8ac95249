import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { testSettings } from '../support/database.js';
import { describeWithRedis, startRedis } from '../support/redis.js';

const PACT = {
  title: 'Patto per il lavoro di Lecco',
  commonAgenda: 'Nessuno resta solo davanti al lavoro.',
  territory: ['097042'],
  startsOn: '2025-01-01',
  ratificationRule: { kind: 'all_signatories' },
};
const RUN_MS = 15_000;

async function ended(client: Client, path: string): Promise<string> {
  for (const start = Date.now(); Date.now() - start < RUN_MS;) {
    const { body } = await client.get(path);
    if (['succeeded', 'failed'].includes(body.status)) return body.status;
    await new Promise((next) => setTimeout(next, 50));
  }
  return 'still running';
}

const pathways = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    kind: 'pathway',
    externalId: `p${n}`,
    participant: { scheme: 'caso', value: `persona-${n}` },
    startedOn: '2025-03-01',
  }));

/** One api and one worker of their own, on the queue that `more` names. */
function monitors(more: () => Record<string, string>): void {
  let api: TestApi;
  let worker: INestApplicationContext;
  let pact: string;

  beforeAll(async () => {
    api = await startApi(more());
    worker = await createWorker(testSettings(api.databaseUrl, more()));
    pact = `/v1/pacts/${(await api.admin.post('/v1/pacts', PACT)).body.id}`;
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const started = async (): Promise<number | null> =>
    (await api.admin.get(`${pact}/figures?indicator=pathways_started&period=since-start`)).body.items[0]
      ?.value;

  it('computes figures when it is asked to, and keeps the run', async () => {
    const asked = await api.admin.post(`${pact}/monitoring-runs`);
    expect([asked.status, asked.body.trigger]).toEqual([202, 'request']);
    expect(await ended(api.admin, asked.headers.get('location') ?? '')).toBe('succeeded');
    expect(await started()).toBe(0);
    expect((await api.admin.get(`${pact}/monitoring-runs`)).body.items).toHaveLength(1);
  });

  it('computes by itself after data came in', async () => {
    const pushed = await api.admin.post(`${pact}/outcome-batches`, { source: 'sil', records: pathways(5) });
    expect(pushed.body.counts).toMatchObject({ received: 5, created: 5 });
    for (const start = Date.now(); Date.now() - start < RUN_MS && (await started()) !== 5;) {
      await new Promise((next) => setTimeout(next, 100));
    }
    expect(await started()).toBe(5);
    const [run] = (await api.admin.get(`${pact}/monitoring-runs`)).body.items;
    expect(run).toMatchObject({ trigger: 'intake', status: 'succeeded' });
  });

  it('gives a figure that came out the same no new revision', async () => {
    const asked = await api.admin.post(`${pact}/monitoring-runs`, {});
    await ended(api.admin, asked.headers.get('location') ?? '');
    const { body } = await api.admin.get(asked.headers.get('location') ?? '');
    expect(body.figuresComputed).toBeGreaterThan(0);
    expect(body.figuresChanged).toBe(0);
  });

  it('refuses an indicator it does not know', async () => {
    const { status, body } = await api.admin.post(`${pact}/monitoring-runs`, { indicators: ['happiness'] });
    expect([status, body.type]).toEqual([422, '/problems/invalid-request']);
  });
}

describe('monitoring with the queue on PostgreSQL', () => monitors(() => ({})));

describeWithRedis('monitoring with the queue on Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  beforeAll(async () => {
    redis = await startRedis();
  });
  describe('of its own', () => monitors(() => ({ REDIS_URL: redis.url })));
  afterAll(() => redis.stop());
});
