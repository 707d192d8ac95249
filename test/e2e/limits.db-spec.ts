import { Client, startApi, type TestApi } from '../support/api.js';
import { serviceUrl } from '../support/database.js';
import { ADMIN_KEY } from '../support/database.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';

const ME = '/v1/me';

const statuses = (api: TestApi, count: number, token = ADMIN_KEY): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, async () => (await api.client(token).get(ME)).status));
const count = (all: readonly number[], status: number): number => all.filter((one) => one === status).length;

describe('the limit of requests', () => {
  it('is told with every answer, and ends in a problem that says when to come back', async () => {
    const api = await startApi({ RATE_LIMIT: '2' });
    const first = await api.admin.get(ME);
    expect(Object.fromEntries(first.headers)).toMatchObject({
      'ratelimit-limit': '2',
      'ratelimit-remaining': '1',
      'ratelimit-reset': expect.stringMatching(/^(5\d|60)$/),
      ratelimit: expect.stringMatching(/^"requests";r=1;t=(5\d|60)$/),
      'ratelimit-policy': '"requests";q=2;w=60',
    });
    expect((await api.admin.get('/v1/nothing')).headers.get('ratelimit-remaining')).toBe('0');
    const refused = await api.admin.post('/v1/actors', 'not even read');
    expect([refused.status, refused.body.type]).toEqual([429, '/problems/too-many-requests']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(refused.headers.get('ratelimit-remaining')).toBe('0');
    expect((await api.client().get('/health/ready')).status).toBe(200);
    await api.close();
  });

  it('can be switched off', async () => {
    const api = await startApi({ RATE_LIMIT: '0', SIGN_IN_FAILURES: '0' });
    const answer = await api.admin.get(ME);
    expect([answer.status, answer.headers.has('ratelimit-limit')]).toEqual([200, false]);
    expect((await api.client('nobody').get(ME)).status).toBe(401);
    await api.close();
  });

  /** Two processes in one: what they share is the store. */
  async function together(limit: number, settings: Record<string, string>): Promise<number> {
    const one = await startApi({ ...settings, RATE_LIMIT: String(limit) });
    const other = await startApi({
      ...settings,
      RATE_LIMIT: String(limit),
      DATABASE_URL: serviceUrl(one.databaseUrl),
    });
    const all = await Promise.all([statuses(one, limit), statuses(other, limit)]);
    await other.close();
    await one.close();
    expect(count(all.flat(), 200) + count(all.flat(), 429)).toBe(2 * limit);
    return count(all.flat(), 200);
  }

  it.each([7, 500])('of %d holds over processes that share a PostgreSQL', async (limit) => {
    expect(await together(limit, {})).toBe(limit);
  });

  describeWithRedis('where there is a Redis', () => {
    let redis: TestRedis;
    beforeAll(async () => {
      redis = await startRedis();
    });
    afterAll(() => redis.stop());

    it('holds over processes that share it', async () => {
      expect(await together(500, { REDIS_URL: redis.url })).toBe(500);
    });

    it('is kept by each process for itself while it is away', async () => {
      const mortal = await startRedis();
      const api = await startApi({ RATE_LIMIT: '50', REDIS_URL: mortal.url });
      expect(count(await statuses(api, 10), 200)).toBe(10);
      await mortal.stop();
      const answers = await statuses(api, 100);
      expect(count(answers, 200)).toBe(50);
      expect(count(answers, 429)).toBe(50);
      await api.close();
    });
  });
});

describe('tries to sign in', () => {
  let api: TestApi;
  beforeEach(async () => {
    api = await startApi({ SIGN_IN_FAILURES: '5', TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterEach(() => api.close());

  const from = (address: string, token?: string) =>
    new Client(api.url, token).get(ME, { 'X-Forwarded-For': address });
  const fail = async (address: string, times: number): Promise<number[]> => {
    const answers = [];
    for (let each = 0; each < times; each++) answers.push((await from(address, `wrong-${each}`)).status);
    return answers;
  };
  const newKey = async (): Promise<string> =>
    (await api.admin.post('/v1/api-keys', { name: 'One of many', kind: 'admin', pacts: [] })).body.key;

  it('are refused after a few that failed, before the key is looked at', async () => {
    const key = await newKey();
    expect(await fail('192.0.2.1', 7)).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const good = await from('192.0.2.1', key);
    expect([good.status, good.body.type]).toEqual([429, '/problems/too-many-sign-in-failures']);
    expect(Number(good.headers.get('retry-after'))).toBeGreaterThan(50);
    expect((await from('192.0.2.1')).status).toBe(429);
  });

  it('that fail shut out nobody who signed in before, and nobody elsewhere', async () => {
    expect((await from('192.0.2.2', ADMIN_KEY)).status).toBe(200);
    await fail('192.0.2.2', 6);
    expect((await from('192.0.2.2', ADMIN_KEY)).status).toBe(200);
    expect((await from('192.0.2.3', await newKey())).status).toBe(200);
  });

  it('that succeed cost nothing', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, newKey));
    for (const key of keys) expect((await from('192.0.2.4', key)).status).toBe(200);
  });

  it('with a key that has been revoked cost like any other', async () => {
    const { body } = await api.admin.post('/v1/api-keys', { name: 'Short', kind: 'admin', pacts: [] });
    expect((await from('192.0.2.5', body.key)).status).toBe(200);
    await api.admin.delete(`/v1/api-keys/${body.id}`);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    const answers = [];
    for (let each = 0; each < 8; each++) answers.push((await from('192.0.2.5', body.key)).status);
    expect(answers).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
  });

  it('are counted by the network of an IPv6 address, and by what the trusted proxy saw', async () => {
    await fail('2001:db8:0:1::1', 3);
    expect(await fail('2001:db8:0:1::2', 3)).toEqual([401, 401, 429]);
    expect(await fail('spoofed, 2001:db8:0:1::3', 1)).toEqual([429]);
    expect(await fail('2001:db8:0:2::1', 1)).toEqual([401]);
  });

  it('are counted by the connection where no proxy is trusted, whatever a header says', async () => {
    const open = await startApi({ SIGN_IN_FAILURES: '2' });
    const answers = [];
    for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
      const headers = { 'X-Forwarded-For': address, 'X-Real-IP': address, Forwarded: `for=${address}` };
      answers.push((await open.client('wrong').get(ME, headers)).status);
    }
    expect(answers).toEqual([401, 401, 429]);
    await open.close();
  });
});
