import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';

let api: TestApi;
let pact: PactWithMembers;
let coordinator: Client;
let targets: string;

beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 2);
  coordinator = pact.coordinator;
  targets = `${pact.path}/targets`;
}, 60_000);
afterAll(() => api.close());

const NEW = { 'If-Match': '"0"' };
const owner = (): string => pact.members[0]!.memberId;
const wish = (more: object = {}): object => ({
  indicator: 'fulfilment_rate',
  period: '2026',
  breakdown: { system: 'public' },
  baseline: { value: 0.5, period: '2025' },
  value: 0.8,
  ownerMemberId: owner(),
  rationale: 'Otto impegni su dieci.',
  ...more,
});

describe('the targets of a pact', () => {
  let path: string;
  it('are set where there is none, with the direction of the definition', async () => {
    const { status, body, headers } = await coordinator.put(targets, wish(), NEW);
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toMatchObject({
      pactId: pact.pactId,
      indicator: 'fulfilment_rate',
      type: 'performance',
      breakdown: { system: 'public' },
      baseline: { value: 0.5, period: '2025' },
      value: 0.8,
      direction: 'up',
      ownerMemberId: owner(),
      version: 1,
    });
    path = `${targets}/${body.id}`;
    expect((await coordinator.get(path)).body).toEqual(body);
  });

  it('are replaced by who has seen what they say, and by nobody else', async () => {
    expect((await coordinator.put(targets, wish())).status).toBe(428);
    expect((await coordinator.put(targets, wish(), NEW)).status).toBe(412);
    const replaced = await coordinator.put(targets, wish({ value: 0.9 }), { 'If-Match': '"1"' });
    expect(replaced.body).toMatchObject({ value: 0.9, version: 2 });
    expect((await coordinator.put(targets, wish(), { 'If-Match': '"1"' })).status).toBe(412);
    expect((await coordinator.get(targets)).body.items).toEqual([replaced.body]);
  });

  it('are set once when two set the first at the same time', async () => {
    const both = await Promise.all(
      [0.6, 0.7].map((value) => coordinator.put(targets, wish({ period: '2027', value }), NEW)),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('are found by indicator and period', async () => {
    const found = await coordinator.get(`${targets}?indicator=fulfilment_rate&period=2027`);
    expect(found.body.items).toEqual([expect.objectContaining({ period: '2027' })]);
    expect((await coordinator.get(`${targets}?indicator=pathways_started`)).body.items).toEqual([]);
  });

  it('keep what they said, also when they are removed', async () => {
    expect((await coordinator.delete(path)).status).toBe(428);
    expect((await coordinator.delete(path, { 'If-Match': '"1"' })).status).toBe(412);
    expect((await coordinator.delete(path, { 'If-Match': '"2"' })).status).toBe(204);
    const { body } = await coordinator.get(path);
    expect(body).toMatchObject({ version: 3, removedAt: expect.any(String) });
    expect((await coordinator.delete(path, { 'If-Match': '"3"' })).status).toBe(204);
    const { items } = (await coordinator.get(`${path}/versions`)).body;
    expect(
      items.map((each: { change: string; terms: { value: number } }) => [each.change, each.terms.value]),
    ).toEqual([
      ['set', 0.8],
      ['replaced', 0.9],
      ['removed', 0.9],
    ]);
    expect((await coordinator.get(`${targets}?period=2026`)).body.items).toEqual([]);
    expect((await coordinator.put(targets, wish(), NEW)).body).toMatchObject({ version: 1 });
  });

  it.each([
    [{ indicator: 'nonsense' }, '/indicator', 'unknown-value'],
    [{ ownerMemberId: '0199aaaa-0000-7000-8000-000000000001' }, '/ownerMemberId', 'unknown-member'],
    [{ breakdown: { sex: 'F' } }, '/breakdown', 'unknown-breakdown'],
    [{ breakdown: { system: 7 } }, '/breakdown', 'wrong-type'],
    [{ value: 0.4 }, '/value', 'against-direction'],
  ])('with %p are refused', async (more, pointer, code) => {
    const { status, body } = await coordinator.put(targets, wish({ period: '2028', ...more }), NEW);
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ pointer, code })]]);
  });

  it('are read by dashboards, and set by no member', async () => {
    const [reader, member] = [await pact.keyOf('dashboard'), pact.members[0]!.key];
    expect((await reader.get(targets)).status).toBe(200);
    expect((await member.put(targets, wish(), NEW)).status).toBe(403);
  });
});
