import { addDays, todayInRome } from '#kernel';
import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';
import { planIn, type Plan } from '../../../../test/support/plans.js';

const TODAY = todayInRome();

let api: TestApi;
let pact: PactWithMembers;
let plan: Plan;
let coordinator: Client;
let vouchers: string;

beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 2);
  coordinator = pact.coordinator;
  plan = await planIn(pact);
  vouchers = `${pact.path}/vouchers`;
}, 60_000);
afterAll(() => api.close());

const issue = async (measureId: string, more: object = {}) =>
  coordinator.post(vouchers, {
    measureId,
    amountCents: 50_000,
    issuedOn: '2025-01-10',
    expiresOn: TODAY,
    ...more,
  });
const use = (id: string, usedCents: number, usedOn = '2025-02-01', by: Client = coordinator) =>
  by.post(`${vouchers}/${id}/use`, { usedOn, usedCents });

describe('vouchers', () => {
  it('are used once, for all of their worth or a part', async () => {
    const { body: issued } = await issue((await plan.running()).id);
    expect(issued).toMatchObject({ state: 'issued', amountCents: 50_000 });
    const { status, body } = await use(issued.id, 42_000);
    expect([status, body.state, body.usedCents, body.usedOn]).toEqual([200, 'used', 42_000, '2025-02-01']);
    expect((await coordinator.get(`${vouchers}/${issued.id}`)).body).toEqual(body);
    const again = await use(issued.id, 1);
    expect([again.status, again.body.type]).toEqual([409, '/problems/voucher-used']);
  });

  it('are used once by two at the same time', async () => {
    const { id } = (await issue((await plan.running()).id)).body;
    const answers = await Promise.all([1, 2, 3, 4].map((cents) => use(id, cents)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
  });

  it('expire the day after their last', async () => {
    const measureId = (await plan.running()).id;
    const { body } = await issue(measureId, { expiresOn: addDays(TODAY, -1) });
    expect(body.state).toBe('expired');
    expect((await issue(measureId)).body.state).toBe('issued');
    const late = await use(body.id, 1, TODAY);
    expect([late.status, late.body.type]).toEqual([409, '/problems/voucher-expired']);
    expect((await use(body.id, 1, addDays(TODAY, -1))).body.state).toBe('used');
  });

  it.each([
    [{ usedOn: '2099-01-01', usedCents: 1 }, '/usedOn', 'in-future'],
    [{ usedOn: '2025-01-09', usedCents: 1 }, '/usedOn', 'before-start'],
    [{ usedOn: '2025-02-01', usedCents: 50_001 }, '/usedCents', 'above-worth'],
  ])('are not used as %p', async (wish, pointer, code) => {
    const { id } = (await issue((await plan.running()).id)).body;
    const { status, body } = await coordinator.post(`${vouchers}/${id}/use`, wish);
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ pointer, code })]]);
  });

  it('are issued before they expire, for a measure of the pact', async () => {
    const { id } = await plan.running();
    const backwards = await issue(id, { expiresOn: '2025-01-09' });
    expect(backwards.body.errors).toEqual([expect.objectContaining({ code: 'before-start' })]);
    const nowhere = await issue('0199aaaa-0000-7000-8000-000000000001');
    expect(nowhere.body.errors).toEqual([expect.objectContaining({ code: 'unknown-measure' })]);
  });

  it('add up by measure', async () => {
    const { id } = await plan.running({ code: 'totals' });
    const first = (await issue(id)).body;
    await issue(id);
    await issue(id, { expiresOn: '2025-01-31', amountCents: 30_000 });
    await use(first.id, 20_000);
    const { items } = (await coordinator.get(`${pact.path}/voucher-totals`)).body;
    expect(items.find((each: { measureId: string }) => each.measureId === id)).toEqual({
      measureId: id,
      measureCode: 'totals',
      issued: { count: 3, amountCents: 130_000 },
      used: { count: 1, amountCents: 20_000 },
      expired: { count: 1, amountCents: 30_000 },
    });
    const states = async (state: string) =>
      (await coordinator.get(`${vouchers}?measureId=${id}&state=${state}`)).body.items.length;
    expect([await states('issued'), await states('used'), await states('expired')]).toEqual([1, 1, 1]);
  });

  it('are no business of other members, nor of dashboards', async () => {
    const { id } = (await issue((await plan.running()).id)).body;
    expect((await use(id, 1, undefined, pact.members[1]!.key)).body.type).toBe(
      '/problems/not-the-responsible',
    );
    expect((await use(id, 1, undefined, pact.members[0]!.key)).status).toBe(200);
    expect((await (await pact.keyOf('dashboard')).get(vouchers)).status).toBe(403);
  });
});
