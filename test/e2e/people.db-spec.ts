import { startApi, type Client, type TestApi } from '../support/api.js';
import { AUDIENCE, startIssuer, type TestIssuer } from '../support/issuer.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const ADA = 'ada.bonfaldi';
const BRUNO = 'bruno.erbesi';
const CARLA = 'carla.fasani';
const NOBODY = '0199aaaa-0000-7000-8000-000000000001';

describe('a person', () => {
  let issuer: TestIssuer;
  let api: TestApi;
  let a: PactWithMembers;
  let b: PactWithMembers;
  let c: PactWithMembers;
  let ada: Client;
  beforeAll(async () => {
    issuer = await startIssuer([ADA, BRUNO, CARLA], (subject) =>
      subject === CARLA
        ? { realm_access: { roles: ['offline_access', `patti:coordinator:${a.pactId}`] } }
        : {},
    );
    api = await startApi({
      OIDC_ISSUER: issuer.url,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_ROLES_CLAIM: 'realm_access.roles',
    });
    [a, b, c] = [await pactWithMembers(api, 2), await pactWithMembers(api, 2), await pactWithMembers(api, 1)];
    ada = await signedIn(ADA);
    await grant({ subject: ADA, kind: 'coordinator', pactId: a.pactId });
    await grant({ subject: ADA, kind: 'member', pactId: b.pactId, actorId: b.members[0]?.actorId });
    await trustHasPassed();
  });
  afterAll(async () => {
    await api.close();
    await issuer.close();
  });

  const signedIn = async (subject: string): Promise<Client> => api.client(await issuer.tokenOf(subject));
  const grant = (request: object, by = api.admin) => by.post('/v1/grants', request);
  const trustHasPassed = () => new Promise((later) => setTimeout(later, 1_000));
  const draft = (pact: PactWithMembers, promisor = 0) => ({
    promisorMemberId: pact.members[promisor]?.memberId,
    beneficiaryMemberIds: [],
    title: 'Borse',
    resource: { kind: 'places', quantity: 3, unit: 'places' },
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
  });

  it('without a role learns who it is, and nothing else', async () => {
    const bruno = await signedIn(BRUNO);
    const { status, body } = await bruno.get('/v1/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({ issuer: issuer.url, subject: BRUNO, roles: [], pacts: [], permissions: [] });
    expect(body).not.toHaveProperty('kind');
    expect(body.name).not.toContain('bruno');
    expect((await bruno.get('/v1/pacts')).status).toBe(403);
    expect((await bruno.get(a.path)).status).toBe(404);
  });

  it('is a coordinator in one pact, a member in another, and nobody in a third', async () => {
    const { body } = await ada.get('/v1/me');
    expect(body.roles).toEqual([
      expect.objectContaining({ kind: 'coordinator', pacts: [a.pactId] }),
      expect.objectContaining({ kind: 'member', pacts: [b.pactId], actorId: b.members[0]?.actorId }),
    ]);
    expect(body.roles[1].permissions).not.toContain('pact:write');
    expect((await ada.get('/v1/pacts')).body.items.map(({ id }: { id: string }) => id).sort()).toEqual(
      [a.pactId, b.pactId].sort(),
    );
    const settings = (pact: PactWithMembers) => ada.post(`${pact.path}/versions`, { text: 'Nuovo testo.' });
    expect((await settings(a)).status).toBe(201);
    expect((await settings(b)).status).toBe(403);
    expect((await settings(c)).status).toBe(404);
  });

  it('promises as a coordinator for any member, as a member for its own actor', async () => {
    const promise = async (pact: PactWithMembers, promisor: number) =>
      (await ada.post(`${pact.path}/commitments`, draft(pact, promisor))).status;
    expect([await promise(a, 0), await promise(a, 1)]).toEqual([201, 201]);
    expect([await promise(b, 0), await promise(b, 1)]).toEqual([201, 403]);
    expect(await promise(c, 0)).toBe(404);
  });

  it('is recorded under an id that says nothing of it', async () => {
    const { id } = (await ada.get('/v1/me')).body;
    await ada.post(`${a.path}/transitions`, { to: 'under_review' });
    const { items } = (await ada.get(`${a.path}/transitions`)).body;
    expect(items.at(-1).madeBy).toBe(id);
    const [first] = (await api.admin.get(`/v1/grants?personId=${id}`)).body.items;
    expect(first).toMatchObject({ personId: id, subject: ADA, createdBy: 'bootstrap-admin' });
  });

  it('may say in which of two roles it acts, and keeps its actor in both', async () => {
    const bruno = await signedIn(BRUNO);
    const [actor] = b.members;
    await grant({ subject: BRUNO, kind: 'coordinator', pactId: b.pactId });
    await grant({ subject: BRUNO, kind: 'member', pactId: b.pactId, actorId: actor?.actorId });
    await trustHasPassed();
    const promised = await bruno.post(`${b.path}/commitments`, draft(b));
    const move = `${b.path}/commitments/${promised.body.id}/transitions`;
    expect((await bruno.post(move, { to: 'proposed' })).body.type).toBe('/problems/not-the-promisor');
    expect((await bruno.post(move, { to: 'proposed' }, { 'Patti-Role': 'member' })).status).toBe(200);
    expect((await bruno.post(move, { to: 'agreed' })).body.type).toBe('/problems/not-a-counterpart');
    expect((await bruno.get(b.path, { 'Patti-Role': 'admin' })).status).toBe(403);
    expect((await bruno.get(b.path, { 'Patti-Role': `member:${NOBODY}` })).status).toBe(403);
  });

  it('has the roles that its issuer put into the token, and no more than those', async () => {
    const carla = await signedIn(CARLA);
    expect((await carla.get('/v1/me')).body.roles).toMatchObject([
      { kind: 'coordinator', pacts: [a.pactId] },
    ]);
    expect([(await carla.get(a.path)).status, (await carla.get(b.path)).status]).toEqual([200, 404]);
  });

  it('loses a role within a second after it was revoked', async () => {
    const carla = await signedIn(CARLA);
    const given = await grant({ subject: CARLA, kind: 'auditor', pactId: c.pactId });
    await trustHasPassed();
    expect((await carla.get(c.path)).status).toBe(200);
    const one = `/v1/grants/${given.body.id}`;
    expect((await api.admin.delete(one)).status).toBe(204);
    expect((await api.admin.delete(one)).status).toBe(204);
    await trustHasPassed();
    expect((await carla.get(c.path)).status).toBe(404);
    expect((await api.admin.get(one)).body).toMatchObject({ revokedBy: 'bootstrap-admin' });
    expect((await grant({ subject: CARLA, kind: 'auditor', pactId: c.pactId })).status).toBe(201);
  });

  it('can be an auditor of all pacts', async () => {
    const bruno = await signedIn(BRUNO);
    const { body } = await grant({ subject: BRUNO, kind: 'auditor' });
    await trustHasPassed();
    expect((await bruno.get('/v1/pacts')).body.items.length).toBe(3);
    expect([
      (await bruno.get(c.path)).status,
      (await bruno.patch(c.path, {}, { 'If-Match': '"1"' })).status,
    ]).toEqual([200, 403]);
    await api.admin.delete(`/v1/grants/${body.id}`);
  });

  it.each([
    ['an administrator of one pact', { kind: 'admin', pactId: 'A' }, '/pactId', 'pact-binding'],
    ['a coordinator of none', { kind: 'coordinator' }, '/pactId', 'pact-binding'],
    ['a coordinator of an unknown pact', { kind: 'coordinator', pactId: NOBODY }, '/pactId', 'unknown-pact'],
    ['a member without an actor', { kind: 'member', pactId: 'A' }, '/actorId', 'actor-binding'],
    [
      'a member of an unknown actor',
      { kind: 'member', pactId: 'A', actorId: NOBODY },
      '/actorId',
      'unknown-actor',
    ],
    ['an unknown kind', { kind: 'root' }, '/kind', 'unknown-value'],
    ['a look-alike', { kind: 'auditor', subject: 'аda.bonfaldi' }, '/subject', 'pattern'],
    ['itself being chosen', { kind: 'auditor', personId: NOBODY }, '/personId', 'unknown-field'],
  ])('is not granted to be %s', async (_, request, pointer, code) => {
    const pactId = 'pactId' in request && request.pactId === 'A' ? { pactId: a.pactId } : {};
    const { status, body } = await grant({ subject: ADA, ...request, ...pactId });
    expect(status).toBe(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });

  it('does not hold the same role twice', async () => {
    const again = await grant({ subject: ADA, kind: 'coordinator', pactId: a.pactId });
    expect([again.status, again.body.type]).toEqual([409, '/problems/role-held-already']);
  });

  describe('as a coordinator', () => {
    const delegate = (request: object, by = ada, pact = a) => by.post(`${pact.path}/grants`, request);

    it('gives roles below its own in its own pact, and takes them back', async () => {
      const request = { subject: 'new', kind: 'member', actorId: a.members[0]?.actorId, name: 'Nuova' };
      const { status, body, headers } = await delegate(request);
      expect([status, body]).toEqual([201, expect.objectContaining({ name: 'Nuova', pactId: a.pactId })]);
      const one = headers.get('location') ?? '';
      expect((await ada.get(one)).body).toEqual(body);
      expect((await ada.delete(one)).status).toBe(204);
      expect((await ada.get(`${a.path}/grants?personId=${body.personId}`)).body.items[0]).toHaveProperty(
        'revokedAt',
      );
    });

    it.each(['admin', 'auditor', 'coordinator', 'case_worker', 'partner'])(
      'gives nobody %s',
      async (kind) => {
        expect((await delegate({ subject: 'new', kind })).body.errors[0]).toMatchObject({
          code: 'unknown-value',
        });
      },
    );

    it('gives itself nothing, and nothing in other pacts', async () => {
      expect((await delegate({ subject: ADA, kind: 'dashboard' })).body.type).toBe('/problems/own-grant');
      expect((await delegate({ subject: 'new', kind: 'dashboard' }, ada, b)).status).toBe(403);
      expect((await delegate({ subject: 'new', kind: 'dashboard' }, ada, c)).status).toBe(404);
      expect((await grant({ subject: 'new', kind: 'dashboard', pactId: a.pactId }, ada)).status).toBe(403);
      expect((await delegate({ subject: 'new', kind: 'dashboard', pactId: c.pactId })).status).toBe(422);
    });

    it('cannot tell a grant of another pact from one that is not there, and does not end its peers', async () => {
      const elsewhere = (await api.admin.get(`/v1/grants?pactId=${b.pactId}`)).body.items[0].id;
      const peer = (await api.admin.get(`/v1/grants?pactId=${a.pactId}`)).body.items[0].id;
      const answers = [];
      for (const id of [elsewhere, NOBODY]) {
        const { status, body } = await ada.delete(`${a.path}/grants/${id}`);
        answers.push({ status, type: body.type });
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]).toMatchObject({ status: 404 });
      expect((await ada.delete(`${a.path}/grants/${peer}`)).status).toBe(403);
    });
  });
});
