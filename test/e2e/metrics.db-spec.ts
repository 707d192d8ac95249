import pg from 'pg';
import { freePort } from '../../apps/standalone/src/free-port.js';
import { startApi, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;
const NOBODY = '0199aaaa-0000-7000-8000-000000000001';

describe('the metrics', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let url: string;
  beforeAll(async () => {
    const port = await freePort();
    url = `http://127.0.0.1:${port}/metrics`;
    api = await startApi({ METRICS_PORT: String(port) });
    pact = await pactWithMembers(api, 1);
  });
  afterAll(() => api.close());

  const page = async (): Promise<string> => (await fetch(url)).text();
  const value = async (name: string): Promise<number> => {
    const line = (await page()).split('\n').find((each) => each.startsWith(`${name} `));
    return Number(line?.slice(name.length + 1) ?? 0);
  };
  const asOwner = async (statement: string, values: unknown[] = []): Promise<void> => {
    const client = new pg.Client(api.databaseUrl);
    await client.connect();
    await client.query(statement, values);
    await client.end();
  };

  it('are told in the format of Prometheus, on their own port only', async () => {
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect((await api.admin.get('/metrics')).status).toBe(404);
    expect((await fetch(url.replace('/metrics', '/v1/me'))).status).toBe(404);
    expect((await fetch(url, { method: 'POST' })).status).toBe(404);
  });

  it('count requests and their time by method, route and status', async () => {
    const shown = 'patti_request_seconds_count{method="GET",route="/v1/pacts/:pactId",status="200"}';
    const before = await value(shown);
    await pact.coordinator.get(pact.path);
    await pact.coordinator.get(pact.path);
    await pact.coordinator.get(`/v1/pacts/${NOBODY}`);
    await api.client('wrong').get(pact.path);
    expect((await value(shown)) - before).toBe(2);
    expect(await value(shown.replace('200', '404'))).toBe(1);
    expect(await value('patti_request_seconds_count{method="GET",route="none",status="401"}')).toBe(1);
  });

  it('tell the pool, the event loop, and whether the database answers', async () => {
    expect(await value('patti_database_connections{state="most"}')).toBeGreaterThan(1);
    expect(await value('patti_database_waiting')).toBe(0);
    expect(await value('patti_database_up')).toBe(1);
    expect(await value('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });

  it.each([
    [
      'outbox',
      `insert into outbox (id, job, data, created_at) values ($1, 'x', '{}', now() - interval '1 hour')`,
    ],
    [
      'recomputation',
      `insert into recomputation_due (pact_id, since) values ($1, now() - interval '1 hour')`,
    ],
    [
      'monitoring_run',
      `insert into monitoring_run (pact_id, id, trigger, status, requested_by, requested_at)
       values ($1, $1, 'request', 'queued', 'x', now() - interval '1 hour')`,
    ],
  ])('tell how long the oldest %s has waited', async (kind, statement) => {
    const name = `patti_oldest_pending_seconds{kind="${kind}"}`;
    expect(await value(name)).toBeLessThan(60);
    await asOwner(statement, [pact.pactId]);
    const seconds = await value(name);
    expect(seconds).toBeGreaterThanOrEqual(3_600);
    expect(seconds).toBeLessThan(3_700);
  });

  it('hold no id, no key and no name', async () => {
    await api.admin.get(`/v1/pacts/${pact.pactId}?q=Rossi`);
    await api.admin.get(`/v1/${NOBODY}/Rossi`);
    expect(await page()).not.toMatch(UUID);
    expect(await page()).not.toMatch(/Rossi|patti_[0-9a-f]{32}/);
  });

  it('are there while the database does not answer, and say so', async () => {
    await asOwner('alter table recomputation_due rename to recomputation_away');
    expect(await value('patti_database_up')).toBe(0);
    await asOwner('alter table recomputation_away rename to recomputation_due');
    expect(await value('patti_database_up')).toBe(1);
  });
});
