import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';
import { planIn, type Plan } from '../../../../test/support/plans.js';

let api: TestApi;
let pact: PactWithMembers;
let plan: Plan;
let promisor: Client;
let commitments: string;

beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 2);
  plan = await planIn(pact);
  promisor = pact.members[0]!.key;
  commitments = `${pact.path}/commitments`;
}, 60_000);
afterAll(() => api.close());

const promise = (more: object = {}) => ({
  promisorMemberId: pact.members[0]!.memberId,
  beneficiaryMemberIds: [pact.members[1]!.memberId],
  title: 'Un tutor',
  resource: { kind: 'staff_time', quantity: 100, unit: 'hours' },
  startsOn: '2025-02-01',
  endsOn: '2026-12-31',
  ...more,
});
const UNKNOWN_MEASURE = [expect.objectContaining({ pointer: '/measureId', code: 'unknown-measure' })];

describe('a commitment that serves a measure', () => {
  it('says so, and is found by it', async () => {
    const { id } = await plan.measure();
    const { status, body } = await promisor.post(commitments, promise({ measureId: id }));
    expect([status, body.measureId]).toEqual([201, id]);
    expect((await promisor.get(`${commitments}/${body.id}`)).body).toEqual(body);
    const found = await promisor.get(`${commitments}?measureId=${id}`);
    expect(found.body.items).toEqual([body]);
  });

  it('is found to serve it when its terms are agreed already', async () => {
    const { id } = await plan.measure();
    const { body } = await promisor.post(commitments, promise());
    const path = `${commitments}/${body.id}`;
    await promisor.post(`${path}/transitions`, { to: 'proposed' });
    const place = (measureId: string | null, version: number) =>
      promisor.patch(path, { measureId }, { 'If-Match': `"${version}"` });
    expect((await place(id, 2)).body).toMatchObject({ measureId: id, state: 'proposed', version: 3 });
    expect((await place(null, 3)).body.measureId).toBeUndefined();
    const terms = await promisor.patch(path, { measureId: id, title: 'Altro' }, { 'If-Match': '"4"' });
    expect([terms.status, terms.body.type]).toEqual([409, '/problems/terms-fixed']);
  });

  it('serves none of another pact', async () => {
    const theirs = await planIn(await pactWithMembers(api, 1));
    const { id } = await theirs.measure();
    const made = await promisor.post(commitments, promise({ measureId: id }));
    expect([made.status, made.body.errors]).toEqual([422, UNKNOWN_MEASURE]);
    const { body } = await promisor.post(commitments, promise());
    const placed = await promisor.patch(
      `${commitments}/${body.id}`,
      { measureId: id },
      { 'If-Match': '"1"' },
    );
    expect([placed.status, placed.body.errors]).toEqual([422, UNKNOWN_MEASURE]);
  });
});
