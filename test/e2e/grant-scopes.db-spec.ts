import { startApi, type Client, type TestApi } from '../support/api.js';
import { AUDIENCE, startIssuer, type TestIssuer } from '../support/issuer.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';
import { PEOPLE, pushPeople } from '../support/people.js';

const CARLA = 'carla.fasani';
const DINO = 'dino.gritti';
const ELSA = 'elsa.locatelli';
const FABIO = 'fabio.moretti';
const SOON_MS = 1_500;

describe('a grant', () => {
  let issuer: TestIssuer;
  let api: TestApi;
  let a: PactWithMembers;
  let b: PactWithMembers;
  const signedIn = async (subject: string): Promise<Client> => api.client(await issuer.tokenOf(subject));
  const grant = (request: object) => api.admin.post('/v1/grants', request);
  const passed = (ms: number) => new Promise((later) => setTimeout(later, ms));
  const partnerOf = async ({ pactId }: PactWithMembers): Promise<Client> => {
    const wish = { name: 'sil', kind: 'partner', pacts: [pactId], scopes: ['source:sil'] };
    return api.client((await api.admin.post('/v1/api-keys', wish)).body.key);
  };

  beforeAll(async () => {
    issuer = await startIssuer([CARLA, DINO, ELSA, FABIO]);
    api = await startApi({ OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: AUDIENCE });
    [a, b] = [await pactWithMembers(api, 2), await pactWithMembers(api, 1)];
    await pushPeople(a, await partnerOf(a));
    await pushPeople(b, await partnerOf(b));
  });
  afterAll(async () => {
    await api.close();
    await issuer.close();
  });

  it('with access points shows a case worker their cases, beside those of its actor', async () => {
    const role = { subject: CARLA, kind: 'case_worker', pactId: a.pactId, actorId: a.members[1]?.actorId };
    const given = await grant({ ...role, scopes: ['access-point:pua-bergamo'] });
    expect([given.status, given.body.scopes]).toEqual([201, ['access-point:pua-bergamo']]);
    const carla = await signedIn(CARLA);
    const { body } = await carla.get(`${a.path}/pathways?purpose=case_management`);
    expect(body.items.map(({ accessPoint }: { accessPoint: string }) => accessPoint)).toEqual([
      'PUA-Bergamo',
    ]);
  });

  it('with data-subject:serve opens the pact it is given for, and no other of the same coordinator', async () => {
    const serves = { subject: DINO, kind: 'coordinator', scopes: ['data-subject:serve'] };
    await grant({ ...serves, pactId: a.pactId });
    await grant({ subject: DINO, kind: 'coordinator', pactId: b.pactId });
    const dino = await signedIn(DINO);
    const request = { identifier: PEOPLE.anna, purpose: 'data_subject_request' };
    const { status, body } = await dino.post('/v1/participant-exports', request);
    expect(status).toBe(200);
    expect(body.pacts.map(({ pactId }: { pactId: string }) => pactId)).toEqual([a.pactId]);
  });

  it('of a coordinator without that scope serves nobody', async () => {
    await grant({ subject: ELSA, kind: 'coordinator', pactId: b.pactId });
    const request = { identifier: PEOPLE.anna, purpose: 'data_subject_request' };
    const { body } = await (await signedIn(ELSA)).post('/v1/participant-exports', request);
    expect(body.type).toBe('/problems/scope-missing');
  });

  it('with a source keeps everybody else from it', async () => {
    const mayPush = async () => (await api.admin.post(`${b.path}/outcome-batches`, batch)).status;
    const batch = { source: 'registro-elsa', records: [] };
    expect(await mayPush()).toBe(200);
    await grant({ subject: ELSA, kind: 'partner', pactId: b.pactId, scopes: ['source:registro-elsa'] });
    expect(await mayPush()).toBe(403);
  });

  it('ends at the instant it names, stays in the list, and can be given again', async () => {
    const role = { subject: FABIO, kind: 'auditor', pactId: a.pactId };
    const expiresAt = new Date(Date.now() + SOON_MS).toISOString();
    const given = await grant({ ...role, expiresAt });
    const fabio = await signedIn(FABIO);
    expect((await fabio.get(a.path)).status).toBe(200);
    expect((await grant(role)).body.type).toBe('/problems/role-held-already');
    await passed(Date.parse(expiresAt) - Date.now() + 1);
    expect((await fabio.get(a.path)).status).toBe(404);
    expect((await grant(role)).status).toBe(201);
    const { body } = await api.admin.get(`/v1/grants/${given.body.id}`);
    expect(body).toMatchObject({ revokedBy: 'patti' });
    expect(Date.parse(body.revokedAt)).toBe(Date.parse(expiresAt));
    expect(Date.parse(body.expiresAt)).toBe(Date.parse(expiresAt));
  });

  it('by a coordinator can end, too, but takes no scopes', async () => {
    const path = `${a.path}/grants`;
    const wish = { subject: 'new', kind: 'observer', expiresAt: '2099-01-01T00:00:00Z' };
    expect((await a.coordinator.post(path, wish)).body).toMatchObject({
      expiresAt: '2099-01-01T00:00:00Z',
    });
    const scoped = await a.coordinator.post(path, { ...wish, scopes: ['data-subject:serve'] });
    expect(scoped.body.errors).toEqual([
      expect.objectContaining({ pointer: '/scopes', code: 'unknown-field' }),
    ]);
  });

  it.each([
    ['an end that has passed', { expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt', 'in-the-past'],
    ['a scope of another kind', { scopes: ['data-subject:serve', 'source:x'] }, '/scopes/1', 'scope-binding'],
    ['a scope that is none', { scopes: ['everything'] }, '/scopes/0', 'pattern'],
  ])('does not take %s', async (_, more, pointer, code) => {
    const { status, body } = await grant({ subject: 'x', kind: 'coordinator', pactId: a.pactId, ...more });
    expect(status).toBe(422);
    expect(body.errors).toEqual([expect.objectContaining({ pointer, code })]);
  });
});
