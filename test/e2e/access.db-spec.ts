import { Client, startApi, type TestApi } from '../support/api.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';
const AGREEMENT = {
  title: 'Patto',
  commonAgenda: 'Insieme.',
  territory: ['015146'],
  startsOn: '2026-01-01',
  ratificationRule: { kind: 'all_signatories' },
};

describe('access', () => {
  let api: TestApi;
  let pact: string;
  let otherPact: string;
  let dashboard: object;
  beforeAll(async () => {
    api = await startApi();
    pact = (await api.admin.post('/v1/pacts', AGREEMENT)).body.id;
    otherPact = (await api.admin.post('/v1/pacts', AGREEMENT)).body.id;
    dashboard = { name: 'BI', kind: 'dashboard', pacts: [pact] };
  });
  afterAll(() => api.close());

  const create = async (request: object) => (await api.admin.post('/v1/api-keys', request)).body;

  it('shows a key once and keeps only its hash', async () => {
    const { id, key } = await create(dashboard);
    expect(key).toMatch(/^patti_[0-9a-f]{32}_[0-9a-f]{64}$/);
    expect((await api.admin.get(`/v1/api-keys/${id}`)).body).not.toHaveProperty('key');
    expect(JSON.stringify((await api.admin.get('/v1/api-keys')).body)).not.toContain(key.slice(-64));
  });

  it('gives the same new key again to a repeated request, although it rests sealed', async () => {
    const headers = { 'Idempotency-Key': 'new-key' };
    const first = await api.admin.post('/v1/api-keys', dashboard, headers);
    expect((await api.admin.post('/v1/api-keys', dashboard, headers)).body).toEqual(first.body);
  });

  it('tells a caller who it is and what it may do', async () => {
    const { id, key } = await create(dashboard);
    const { body } = await api.client(key).get('/v1/me');
    expect(body).toMatchObject({ id, kind: 'dashboard', pacts: [pact] });
    expect(body.permissions).toContain('figure:read');
    expect(body.permissions).not.toContain('commitment:read');
  });

  it('ends a revoked key within a second', async () => {
    const { id, key } = await create(dashboard);
    const caller = api.client(key);
    expect((await caller.get('/v1/me')).status).toBe(200);
    expect((await api.admin.delete(`/v1/api-keys/${id}`)).status).toBe(204);
    await new Promise((later) => setTimeout(later, 1_050));
    expect((await caller.get('/v1/me')).status).toBe(401);
  });

  it('does not know a key that has expired', async () => {
    const { key } = await create({ ...dashboard, expiresAt: new Date(Date.now() + 1_500).toISOString() });
    expect((await api.client(key).get('/v1/me')).status).toBe(200);
    await new Promise((later) => setTimeout(later, 1_600));
    expect((await api.client(key).get('/v1/me')).status).toBe(401);
  });

  it.each([
    ['no token', undefined],
    ['an empty one', ''],
    ['one of another form', 'x'.repeat(40)],
    ['an unknown key', `patti_${'0'.repeat(32)}_${'0'.repeat(64)}`],
  ])('refuses %s', async (_, token) => {
    expect((await new Client(api.url, token).get('/v1/me')).status).toBe(401);
  });

  it('refuses a right id with a wrong secret', async () => {
    const { key } = await create(dashboard);
    expect((await api.client(key.slice(0, -64) + '0'.repeat(64)).get('/v1/me')).status).toBe(401);
  });

  it('hides pacts the caller does not belong to, and forbids what its kind may not do', async () => {
    const { key } = await create(dashboard);
    const caller = api.client(key);
    expect((await caller.get(`/v1/pacts/${otherPact}/commitments`)).status).toBe(404);
    expect((await caller.get(`/v1/pacts/${pact}/commitments`)).status).toBe(403);
    expect((await caller.post('/v1/api-keys', dashboard)).status).toBe(403);
  });

  it.each([
    ['a member without an actor', { kind: 'member' }, '/actorId', 'actor-binding'],
    ['a member of an unknown actor', { kind: 'member', actorId: NOWHERE }, '/actorId', 'unknown-actor'],
    ['a partner without a pact', { kind: 'partner', pacts: [] }, '/pacts', 'pact-binding'],
    ['a partner of an unknown pact', { kind: 'partner', pacts: [NOWHERE] }, '/pacts/0', 'unknown-pact'],
    ['an administrator of one pact', { kind: 'admin' }, '/pacts', 'pact-binding'],
    ['the past', { kind: 'dashboard', expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt', 'in-the-past'],
    ['a scope on a dashboard', { kind: 'dashboard', scopes: ['source:x'] }, '/scopes/0', 'scope-binding'],
    ['a scope that does nothing', { kind: 'partner', scopes: ['read-only'] }, '/scopes/0', 'pattern'],
    ['an unknown kind', { kind: 'root' }, '/kind', 'unknown-value'],
  ])('refuses a key for %s', async (_, request, pointer, code) => {
    const { status, body } = await api.admin.post('/v1/api-keys', { name: 'x', pacts: [pact], ...request });
    expect(status).toBe(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('does not show a pact that is not there, even to an administrator', async () => {
    expect((await api.admin.get(`/v1/pacts/${NOWHERE}/commitments`)).status).toBe(404);
  });
});
