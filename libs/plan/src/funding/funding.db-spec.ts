import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';
import { planIn, type Plan } from '../../../../test/support/plans.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';

let api: TestApi;
let pact: PactWithMembers;
let plan: Plan;
let coordinator: Client;

beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 1);
  coordinator = pact.coordinator;
  plan = await planIn(pact);
}, 60_000);
afterAll(() => api.close());

const programme = (more: object = {}) =>
  coordinator.post('/v1/funding-programmes', {
    code: 'FESR-2021',
    kind: 'erdf',
    title: { it: 'FESR', en: 'ERDF' },
    ...more,
  });
const call = (more: object = {}) =>
  coordinator.post('/v1/calls', {
    programmeId: plan.programmeId,
    code: 'avviso-1',
    title: { it: 'Avviso' },
    isCompetitive: false,
    ...more,
  });

describe('funding programmes', () => {
  it('are named once for all pacts, and changed by an administrator', async () => {
    const { status, body } = await programme({ startsOn: '2021-01-01' });
    expect(status).toBe(201);
    expect((await programme()).body.type).toBe('/problems/funding-programme-code-taken');
    const path = `/v1/funding-programmes/${body.id}`;
    const seen = { 'If-Match': '"1"' };
    expect((await coordinator.patch(path, { kind: 'regional' }, seen)).status).toBe(403);
    const changed = await api.admin.patch(path, { title: { en: null }, startsOn: null }, seen);
    expect(changed.body).toMatchObject({ kind: 'erdf', title: { it: 'FESR' }, version: 2 });
    expect(changed.body.startsOn).toBeUndefined();
    expect((await api.admin.patch(path, { kind: 'regional' }, seen)).status).toBe(412);
    const found = await coordinator.get('/v1/funding-programmes?kind=erdf&q=fesr');
    expect(found.body.items).toEqual([changed.body]);
  });
});

describe('calls', () => {
  const allocations = [
    { territory: '015146', amountCents: 300 },
    { territory: '016024', amountCents: 200 },
  ];

  it('set aside for each territory', async () => {
    const { body } = await call({ allocations, opensOn: '2026-01-01', closesOn: '2026-03-31' });
    expect(body).toMatchObject({ allocations, isCompetitive: false });
    const path = `/v1/calls/${body.id}`;
    const fewer = { allocations: [{ territory: '016024', amountCents: 250 }], isCompetitive: true };
    const changed = await api.admin.patch(path, fewer, { 'If-Match': '"1"' });
    expect(changed.body).toMatchObject({ ...fewer, opensOn: '2026-01-01', version: 2 });
    expect((await coordinator.get(`/v1/calls?openOn=2026-03-31`)).body.items).toEqual([changed.body]);
    expect((await coordinator.get(`/v1/calls?openOn=2026-04-01`)).body.items).toEqual([]);
  });

  it.each([
    [{ programmeId: NOWHERE }, '/programmeId', 'unknown-programme'],
    [{ allocations: [allocations[0], allocations[0]] }, '/allocations/1/territory', 'duplicate-item'],
    [{ opensOn: '2026-02-01', closesOn: '2026-01-01' }, '/closesOn', 'before-start'],
  ])('with %p are refused', async (more, pointer, code) => {
    const { status, body } = await call({ code: 'faulty', ...more });
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ pointer, code })]]);
  });
});

describe('funding lines', () => {
  it('let several programmes pay for one measure', async () => {
    const { id, path } = await plan.measure({ budgetCents: 1_000 });
    const municipal = await programme({ code: 'COMUNE-TN', kind: 'municipal' });
    await plan.line(id, 700);
    await plan.line(id, 200, { programmeId: municipal.body.id });
    expect((await coordinator.get(path)).body).toMatchObject({ fundedCents: 900, version: 3 });
    const found = await coordinator.get(`${pact.path}/funding-lines?measureId=${id}`);
    expect(found.body.items.map((line: { amountCents: number }) => line.amountCents)).toEqual([700, 200]);
  });

  it('are of a call only of the programme that made it', async () => {
    const { id } = await plan.measure();
    const { body } = await call({ code: 'avviso-2' });
    const other = await programme({ code: 'ALTRO' });
    const wish = { measureId: id, amountCents: 1, startsOn: '2025-01-01', callId: body.id };
    const lines = `${pact.path}/funding-lines`;
    expect((await coordinator.post(lines, { ...wish, programmeId: plan.programmeId })).status).toBe(201);
    const refused = await coordinator.post(lines, { ...wish, programmeId: other.body.id });
    expect(refused.body.errors).toEqual([
      expect.objectContaining({ pointer: '/callId', code: 'unknown-call' }),
    ]);
  });

  it('never fall below what was paid, nor begin after it', async () => {
    const { id, path } = await plan.line((await plan.running()).id, 1_000);
    const paid = (await plan.spend(id, 600, { spentOn: '2025-03-01' })).body;
    const change = (patch: object, version: number) =>
      coordinator.patch(path, patch, { 'If-Match': `"${version}"` });
    expect((await change({ amountCents: 599 }, 2)).body.type).toBe('/problems/line-below-spending');
    expect((await change({ startsOn: '2025-03-02' }, 2)).body.type).toBe('/problems/line-after-spending');
    expect((await change({ amountCents: 600, startsOn: '2025-03-01' }, 2)).status).toBe(200);
    await plan.spend(id, -600, { correctsExpenditureId: paid.id });
    const later = await change({ startsOn: '2025-04-01', endsOn: '2025-12-31' }, 4);
    expect(later.body).toMatchObject({ startsOn: '2025-04-01', endsOn: '2025-12-31', spentCents: 0 });
  });

  it('are not opened for a measure that is over', async () => {
    const { id, path } = await plan.measure();
    await coordinator.post(`${path}/transitions`, { to: 'closed' });
    const wish = { measureId: id, programmeId: plan.programmeId, amountCents: 1, startsOn: '2025-01-01' };
    const refused = await coordinator.post(`${pact.path}/funding-lines`, wish);
    expect([refused.status, refused.body.type]).toEqual([409, '/problems/measure-over']);
  });
});
