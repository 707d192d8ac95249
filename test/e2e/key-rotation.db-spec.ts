import pg from 'pg';
import { startApi, type TestApi } from '../support/api.js';

/** What is trusted for a second is asked anew after it. */
const TRUST_MS = 1_050;
const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('the rotation of a key', () => {
  let api: TestApi;
  let id: string;
  let first: string;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    const { body } = await api.admin.post('/v1/api-keys', { name: 'Spare', kind: 'admin', pacts: [] });
    ({ id, key: first } = body);
  });

  const rotate = (overlapSeconds?: number) =>
    api.admin.post(`/v1/api-keys/${id}/rotations`, {
      ...(overlapSeconds !== undefined && { overlapSeconds }),
    });
  const works = async (token: string) => (await api.client(token).get('/v1/me')).status === 200;

  it('lets both secrets work until the overlap ends, for the same caller', async () => {
    const { status, headers, body } = await rotate(2);
    expect([status, headers.get('location')]).toEqual([201, `/v1/api-keys/${id}`]);
    expect(Date.parse(body.olderSecretUntil)).toBeGreaterThan(Date.now());
    const [older, newer] = [await api.client(first).get('/v1/me'), await api.client(body.key).get('/v1/me')];
    expect(newer.body).toEqual(older.body);
    await later(2_000 + TRUST_MS);
    expect([await works(first), await works(body.key)]).toEqual([false, true]);
    expect((await api.admin.get(`/v1/api-keys/${id}`)).body).not.toHaveProperty('olderSecretUntil');
  });

  it('is answered again without the token, which nobody has kept', async () => {
    const again = async (path: string, body: object) => {
      const send = () => api.admin.post(path, body, { 'Idempotency-Key': path });
      return [await send(), await send()] as const;
    };
    for (const answers of [
      await again('/v1/api-keys', { name: 'Once', kind: 'admin', pacts: [] }),
      await again(`/v1/api-keys/${id}/rotations`, {}),
    ]) {
      const [made, repeated] = answers;
      expect([made.status, repeated.status]).toEqual([201, 201]);
      expect(repeated.headers.get('idempotent-replayed')).toBe('true');
      expect(repeated.headers.get('location')).toBe(made.headers.get('location'));
      const { key, ...rest } = made.body;
      expect(repeated.body).toEqual(rest);
      expect(await works(key)).toBe(true);
    }
  });

  it('lets the new secret in at once, however often the old one was seen just before', async () => {
    expect(await works(first)).toBe(true);
    const { body } = await rotate();
    expect([await works(body.key), await works(first)]).toEqual([true, true]);
  });

  it('gives the old secret a day unless told, and at most thirty', async () => {
    const { body } = await rotate();
    const hours = (Date.parse(body.olderSecretUntil) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(23.9);
    expect(hours).toBeLessThan(24.1);
    expect((await rotate(30 * 86_400 + 1)).status).toBe(422);
  });

  it('ends every earlier secret at once when there is no overlap, also a second one', async () => {
    const { body: second } = await rotate();
    const { body: third } = await rotate(0);
    await later(TRUST_MS);
    expect([await works(first), await works(second.key), await works(third.key)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('never ends a secret in use by mistake: a third has to wait', async () => {
    const { body } = await rotate();
    const { status, body: problem } = await rotate(60);
    expect([status, problem.type]).toEqual([409, '/problems/rotation-under-way']);
    expect([await works(first), await works(body.key)]).toEqual([true, true]);
  });

  it('lets one of two at the same moment through', async () => {
    const statuses = (await Promise.all([rotate(), rotate()])).map(({ status }) => status);
    expect(new Set(statuses)).toEqual(new Set([201, 409]));
  });

  it('is refused to a key that has ended, and a revocation ends both secrets', async () => {
    const { body } = await rotate();
    await api.admin.delete(`/v1/api-keys/${id}`);
    await later(TRUST_MS);
    expect([await works(first), await works(body.key)]).toEqual([false, false]);
    expect((await rotate()).body.type).toBe('/problems/key-has-ended');
    expect(
      (await api.admin.post(`/v1/api-keys/0199aaaa-0000-7000-8000-000000000001/rotations`, {})).status,
    ).toBe(404);
  });

  it('stores no secret, only hashes', async () => {
    const { body } = await rotate();
    const database = new pg.Client(api.databaseUrl);
    await database.connect();
    const stored = JSON.stringify((await database.query('select k::text as row from api_key k')).rows);
    await database.end();
    expect(stored).toContain(id);
    for (const token of [first, body.key as string]) expect(stored).not.toContain(token.slice(-64));
  });
});
