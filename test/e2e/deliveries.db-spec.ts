import { startApi, type Client, type TestAnswer, type TestApi } from '../support/api.js';
import { pactWithMembers, type Member, type PactWithMembers } from '../support/pact-with-members.js';

const refusal = ({ status, body }: TestAnswer) => [status, body.type];
const faults = ({ body }: TestAnswer) =>
  body.errors?.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
const sums = ({ delivered, confirmed, disputed }: Record<string, number>) => [delivered, confirmed, disputed];

describe('the deliveries of a commitment', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let giver: Member;
  let taker: Member;

  beforeAll(async () => {
    api = await startApi();
    pact = await pactWithMembers(api, 2);
    [giver, taker] = pact.members as [Member, Member];
  });
  afterAll(() => api.close());

  const active = async (changes: object = {}): Promise<string> => {
    const draft = {
      title: 'Tutor',
      promisorMemberId: giver.memberId,
      beneficiaryMemberIds: [taker.memberId],
      resource: { kind: 'staff_time', quantity: 100, unit: 'hours' },
      startsOn: '2026-01-01',
      endsOn: '2099-12-31',
      ...changes,
    };
    const { headers, body } = await giver.key.post(`${pact.path}/commitments`, draft);
    const path = headers.get('location') ?? '';
    await giver.key.post(`${path}/transitions`, { to: 'proposed' });
    const counterpart = body.beneficiaryMemberIds.length > 0 ? taker.key : pact.coordinator;
    await counterpart.post(`${path}/transitions`, { to: 'agreed' });
    expect((await giver.key.post(`${path}/transitions`, { to: 'active' })).body.state).toBe('active');
    return path;
  };
  const deliver = (path: string, quantity: number, changes: object = {}, by: Client = giver.key) =>
    by.post(`${path}/deliveries`, { deliveredOn: '2026-03-01', quantity, ...changes });
  const delivered = async (path: string, quantity: number, changes: object = {}): Promise<string> => {
    const { status, headers } = await deliver(path, quantity, changes);
    expect(status).toBe(201);
    return headers.get('location') ?? '';
  };
  const judge = (delivery: string, verdict: string, by: Client = taker.key) =>
    by.put(`${delivery}/confirmation`, { verdict });
  const shown = async (path: string) => (await giver.key.get(path)).body;

  it('are recorded with their evidence, and listed as they came', async () => {
    const path = await active();
    const evidence = [{ url: 'https://example.org/report.pdf', sha256: 'a'.repeat(64) }];
    const first = await deliver(path, 12.25, { note: 'Prima parte', evidence });
    expect(first.body).toMatchObject({ quantity: 12.25, note: 'Prima parte', evidence });
    expect((await giver.key.get(first.headers.get('location') ?? '')).body).toEqual(first.body);
    await delivered(path, 0.1);
    const { body } = await taker.key.get(`${path}/deliveries`);
    expect(body.items.map(({ quantity }: { quantity: number }) => quantity)).toEqual([12.25, 0.1]);
    expect(sums(await shown(path))).toEqual([12.35, 0, 0]);
  });

  it('are recorded by nobody but the promisor, on what is running', async () => {
    const path = await active();
    for (const by of [taker.key, pact.coordinator, api.admin]) {
      expect(refusal(await deliver(path, 1, {}, by))).toEqual([403, '/problems/not-the-promisor']);
    }
    await taker.key.post(`${path}/transitions`, { to: 'released' });
    expect(refusal(await deliver(path, 1))).toEqual([409, '/problems/not-deliverable']);
  });

  it('are confirmed or disputed by who benefits, never by who promised; the latest verdict counts', async () => {
    const path = await active();
    const delivery = await delivered(path, 60);
    expect(refusal(await judge(delivery, 'confirmed', giver.key))).toEqual([403, '/problems/own-delivery']);
    for (const by of [pact.coordinator, api.admin]) {
      expect(refusal(await judge(delivery, 'confirmed', by))).toEqual([403, '/problems/not-a-counterpart']);
    }
    const first = await judge(delivery, 'confirmed');
    expect(first.body).toMatchObject({ verdict: 'confirmed', quantity: 60 });
    expect((await judge(delivery, 'confirmed')).body).toEqual(first.body);
    expect(sums(await shown(path))).toEqual([60, 60, 0]);
    await judge(delivery, 'disputed');
    expect(sums(await shown(path))).toEqual([60, 0, 60]);
    expect((await judge(delivery, 'perhaps')).status).toBe(422);
  });

  it('to the pact are confirmed by its coordinator', async () => {
    const path = await active({ beneficiaryMemberIds: [] });
    const delivery = await delivered(path, 10);
    expect(refusal(await judge(delivery, 'confirmed'))).toEqual([403, '/problems/not-a-counterpart']);
    expect((await judge(delivery, 'confirmed', pact.coordinator)).status).toBe(200);
  });

  it('fulfil the commitment on the day with which the confirmed quantity was reached', async () => {
    const path = await active();
    const early = await delivered(path, 70, { deliveredOn: '2026-02-01' });
    const late = await delivered(path, 30, { deliveredOn: '2026-04-01' });
    await judge(late, 'confirmed');
    expect((await shown(path)).state).toBe('active');
    await judge(early, 'confirmed');
    expect(await shown(path)).toMatchObject({
      state: 'fulfilled',
      fulfilledOn: '2026-04-01',
      confirmed: 100,
    });
    expect(refusal(await deliver(path, 1))).toEqual([409, '/problems/not-deliverable']);
    await judge(early, 'disputed');
    const reopened = await shown(path);
    expect(reopened).toMatchObject({ state: 'active', confirmed: 30, disputed: 70 });
    expect(reopened).not.toHaveProperty('fulfilledOn');
  });

  it('may come late, after the commitment fell short', async () => {
    const path = await active({ endsOn: '2026-06-30' });
    const part = await delivered(path, 40);
    expect((await shown(path)).state).toBe('breached');
    await judge(part, 'confirmed');
    expect((await shown(path)).state).toBe('partly_fulfilled');
    await judge(await delivered(path, 60, { deliveredOn: '2026-07-15' }), 'confirmed');
    expect(await shown(path)).toMatchObject({ state: 'fulfilled', fulfilledOn: '2026-07-15' });
    const { body } = await giver.key.get(`${path}/transitions`);
    expect(body.items.slice(3).map(({ to }: { to: string }) => to)).toEqual([
      'breached',
      'partly_fulfilled',
      'fulfilled',
    ]);
  });

  it('are corrected by counter-entries, never below zero', async () => {
    const path = await active();
    const delivery = await delivered(path, 100);
    await judge(delivery, 'confirmed');
    const correctsDeliveryId = delivery.split('/').at(-1);
    const correction = await delivered(path, -30.5, { correctsDeliveryId });
    expect(await shown(path)).toMatchObject({ state: 'active', delivered: 69.5, confirmed: 69.5 });
    expect(refusal(await judge(correction, 'confirmed'))).toEqual([409, '/problems/counter-entry']);
    const below = await deliver(path, -69.51, { correctsDeliveryId });
    expect(faults(below)).toEqual(['/quantity below-zero']);
    const ofCorrection = { correctsDeliveryId: correction.split('/').at(-1) };
    expect(faults(await deliver(path, -1, ofCorrection))).toEqual(['/correctsDeliveryId is-counter-entry']);
    const elsewhere = await delivered(await active(), 5);
    const foreign = { correctsDeliveryId: elsewhere.split('/').at(-1) };
    expect(faults(await deliver(path, -1, foreign))).toEqual(['/correctsDeliveryId unknown-delivery']);
  });

  it('cannot be taken back twice by corrections made at the same time', async () => {
    const path = await active();
    const delivery = await delivered(path, 10);
    const correction = { correctsDeliveryId: delivery.split('/').at(-1) };
    const answers = await Promise.all(Array.from({ length: 6 }, () => deliver(path, -4, correction)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    expect(sums(await shown(path))).toEqual([2, 0, 0]);
  });

  it('add up when many are recorded and judged at the same time', async () => {
    const path = await active();
    const deliveries = await Promise.all(Array.from({ length: 12 }, () => delivered(path, 0.1)));
    await Promise.all(deliveries.map((each, index) => judge(each, index % 3 ? 'confirmed' : 'disputed')));
    expect(sums(await shown(path))).toEqual([1.2, 0.8, 0.4]);
  });

  it.each([
    [{ deliveredOn: '2099-01-01' }, '/deliveredOn in-future'],
    [{ deliveredOn: '2025-12-31' }, '/deliveredOn before-start'],
    [{ quantity: 0 }, '/quantity sign'],
    [{ quantity: -1 }, '/quantity sign'],
    [{ quantity: 1, correctsDeliveryId: '01890000-0000-7000-8000-000000000000' }, '/quantity sign'],
    [{ quantity: 1.001 }, '/quantity too-precise'],
    [{ quantity: '1' }, '/quantity wrong-type'],
    [{ evidence: [{ url: 'http://example.org', sha256: 'a'.repeat(64) }] }, '/evidence/0/url pattern'],
    [{ evidence: [{ url: 'https://example.org', sha256: 'abc' }] }, '/evidence/0/sha256 pattern'],
  ])('are refused with %j', async (changes, fault) => {
    const answer = await deliver(await active(), 1, changes);
    expect([answer.status, faults(answer)]).toEqual([422, [fault]]);
  });

  it('of money are whole cents', async () => {
    const path = await active({ resource: { kind: 'money', quantity: 500_000, unit: 'EUR' } });
    expect(faults(await deliver(path, 10.5))).toEqual(['/quantity not-whole']);
  });

  it('are not found in another pact', async () => {
    const delivery = await delivered(await active(), 5);
    const elsewhere = await pactWithMembers(api, 1);
    const other = `${elsewhere.path}/deliveries/${delivery.split('/').at(-1)}`;
    expect((await elsewhere.coordinator.get(other)).status).toBe(404);
    expect((await judge(other, 'confirmed', elsewhere.coordinator)).status).toBe(404);
    expect((await taker.key.get(other)).status).toBe(404);
  });
});
