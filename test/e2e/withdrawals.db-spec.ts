import { Test, type TestingModule } from '@nestjs/testing';
import { CommitmentsCalendar, CommitmentsModule } from '#commitments';
import { createLog, PlatformModule } from '#platform';
import { startApi, type TestAnswer, type TestApi } from '../support/api.js';
import { testSettings } from '../support/database.js';
import { pactWithMembers, type Member, type PactWithMembers } from '../support/pact-with-members.js';

const refusal = ({ status, body }: TestAnswer) => [status, body.type];
const faults = ({ body }: TestAnswer) =>
  body.errors?.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);

describe('time and leave', () => {
  let api: TestApi;
  let module: TestingModule;
  let calendar: CommitmentsCalendar;
  let pact: PactWithMembers;
  let giver: Member;
  let taker: Member;
  let heir: Member;

  beforeAll(async () => {
    api = await startApi();
    const platform = PlatformModule.with(testSettings(api.databaseUrl), createLog('silent'));
    module = await Test.createTestingModule({ imports: [platform, CommitmentsModule] }).compile();
    calendar = module.get(CommitmentsCalendar);
  });
  beforeEach(async () => {
    pact = await pactWithMembers(api, 3);
    [giver, taker, heir] = pact.members as [Member, Member, Member];
  });
  afterAll(async () => {
    await module.close();
    await api.close();
  });

  const agreed = async (changes: object = {}): Promise<string> => {
    const draft = {
      title: 'Tutor',
      promisorMemberId: giver.memberId,
      beneficiaryMemberIds: [taker.memberId],
      resource: { kind: 'staff_time', quantity: 100, unit: 'hours' },
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      ...changes,
    };
    const { headers } = await giver.key.post(`${pact.path}/commitments`, draft);
    const path = headers.get('location') ?? '';
    await giver.key.post(`${path}/transitions`, { to: 'proposed' });
    await taker.key.post(`${path}/transitions`, { to: 'agreed' });
    await pact.coordinator.post(`${path}/transitions`, { to: 'agreed' });
    expect((await giver.key.get(path)).body.state).toBe('agreed');
    return path;
  };
  const idOf = (path: string) => path.split('/').at(-1);
  const stateOf = async (path: string) => (await pact.coordinator.get(path)).body.state;
  const withdraw = (request: object, by = giver.key) => by.post(`${giver.path}/withdrawal`, request);

  describe('the calendar', () => {
    it('starts a commitment on its first day and closes it after its last', async () => {
      const path = await agreed({ startsOn: '2027-02-01', endsOn: '2027-02-28' });
      await calendar.advance(pact.pactId, '2027-01-31');
      expect(await stateOf(path)).toBe('agreed');
      await calendar.advance(pact.pactId, '2027-02-01');
      expect(await stateOf(path)).toBe('active');
      await calendar.advance(pact.pactId, '2027-02-28');
      expect(await stateOf(path)).toBe('active');
      await calendar.advance(pact.pactId, '2027-03-01');
      expect(await stateOf(path)).toBe('breached');
      const before = (await giver.key.get(path)).body;
      await calendar.advance(pact.pactId, '2027-03-01');
      expect((await giver.key.get(path)).body).toEqual(before);
      const { body } = await giver.key.get(`${path}/transitions`);
      expect(body.items.at(-1)).toMatchObject({ from: 'active', to: 'breached', madeBy: 'patti' });
    });

    it('closes what was confirmed in part as partly fulfilled', async () => {
      const path = await agreed();
      await giver.key.post(`${path}/transitions`, { to: 'active' });
      const delivery = await giver.key.post(`${path}/deliveries`, { deliveredOn: '2026-03-01', quantity: 1 });
      await taker.key.put(`${delivery.headers.get('location')}/confirmation`, { verdict: 'confirmed' });
      await calendar.advance(pact.pactId, '2027-01-01');
      expect(await stateOf(path)).toBe('partly_fulfilled');
    });
  });

  describe('a member that leaves', () => {
    it('is gone at once when nothing holds it', async () => {
      const { status, headers, body } = await withdraw({ commitments: [] });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        memberId: giver.memberId,
        withdrawnOn: body.effectiveOn,
        commitments: [],
      });
      expect((await giver.key.get(headers.get('location') ?? '')).body).toEqual(body);
      expect((await giver.key.get(giver.path)).body.state).toBe('withdrawn');
      expect((await pact.coordinator.get(pact.path)).body.missingSystems).toContain('public');
      expect(refusal(await withdraw({ commitments: [] }))).toEqual([409, '/problems/member-has-left']);
      const back = { actorId: giver.actorId, role: 'signatory' };
      expect((await pact.coordinator.post(`${pact.path}/members`, back)).status).toBe(201);
    });

    it('says what happens to each of its open commitments', async () => {
      const path = await agreed();
      const silent = await withdraw({ commitments: [] });
      expect(refusal(silent)).toEqual([409, '/problems/open-commitments']);
      expect(silent.body.detail).toContain(idOf(path));
      const item = { commitmentId: idOf(path), outcome: 'fulfil' };
      const twice = await withdraw({ commitments: [item, item] });
      expect(faults(twice)).toEqual(['/commitments/1/commitmentId duplicate-item']);
      const foreign = { ...item, commitmentId: giver.memberId };
      expect(faults(await withdraw({ commitments: [foreign] }))).toEqual([
        '/commitments/0/commitmentId not-open',
      ]);
      const transfer = { ...item, outcome: 'transfer' };
      expect(faults(await withdraw({ commitments: [transfer] }))).toEqual([
        '/commitments/0/toMemberId member-of-transfer',
      ]);
      const toTaker = { ...transfer, toMemberId: taker.memberId };
      expect(faults(await withdraw({ commitments: [toTaker] }))).toEqual([
        '/commitments/0/toMemberId cannot-take-over',
      ]);
      const early = { announcedOn: '2026-05-01', effectiveOn: '2026-04-01', commitments: [item] };
      expect(faults(await withdraw(early))).toEqual(['/effectiveOn before-announcement']);
      expect((await withdraw({ commitments: [item] }, taker.key)).status).toBe(403);
      expect((await giver.key.get(giver.path)).body.state).toBe('signed');
    });

    it('stays until it has kept what it said it would fulfil', async () => {
      const path = await agreed();
      const { body } = await withdraw({ commitments: [{ commitmentId: idOf(path), outcome: 'fulfil' }] });
      expect(body).not.toHaveProperty('withdrawnOn');
      expect((await giver.key.get(giver.path)).body.state).toBe('withdrawing');
      const another = { ...(await giver.key.get(path)).body, title: 'Nuovo' };
      const { title, resource, startsOn, endsOn } = another;
      const promise = { title, resource, startsOn, endsOn, promisorMemberId: giver.memberId };
      expect(faults(await giver.key.post(`${pact.path}/commitments`, promise))).toEqual([
        '/promisorMemberId not-signed',
      ]);
      await giver.key.post(`${path}/transitions`, { to: 'active' });
      const delivery = await giver.key.post(`${path}/deliveries`, {
        deliveredOn: '2026-03-01',
        quantity: 100,
      });
      await taker.key.put(`${delivery.headers.get('location')}/confirmation`, { verdict: 'confirmed' });
      await calendar.advance(pact.pactId, '2027-01-01');
      expect((await giver.key.get(giver.path)).body).toMatchObject({
        state: 'withdrawn',
        withdrawnOn: '2027-01-01',
      });
    });

    it('hands over a commitment to a member that proposes it anew and is accepted', async () => {
      const path = await agreed();
      await giver.key.post(`${path}/transitions`, { to: 'active' });
      const delivery = await giver.key.post(`${path}/deliveries`, {
        deliveredOn: '2026-03-01',
        quantity: 40,
      });
      await taker.key.put(`${delivery.headers.get('location')}/confirmation`, { verdict: 'confirmed' });
      const item = { commitmentId: idOf(path), outcome: 'transfer', toMemberId: heir.memberId };
      const { body } = await withdraw({ commitments: [item] }, pact.coordinator);
      const next = `${pact.path}/commitments/${body.commitments[0].transferredToCommitmentId}`;
      expect((await heir.key.get(next)).body).toMatchObject({
        state: 'draft',
        promisorMemberId: heir.memberId,
        beneficiaryMemberIds: [taker.memberId],
        resource: { quantity: 60 },
        transferredFromCommitmentId: idOf(path),
      });
      await heir.key.post(`${next}/transitions`, { to: 'proposed' });
      expect(await stateOf(path)).toBe('active');
      await taker.key.post(`${next}/transitions`, { to: 'agreed' });
      expect([await stateOf(next), await stateOf(path)]).toEqual(['agreed', 'released']);
    });

    it('is released by those it promised to, not by itself', async () => {
      const [named, toPact] = [await agreed(), await agreed({ beneficiaryMemberIds: [] })];
      const commitments = [named, toPact].map((path) => ({ commitmentId: idOf(path), outcome: 'release' }));
      const { body } = await withdraw({ commitments }, pact.coordinator);
      expect(body.commitments).toHaveLength(2);
      expect([await stateOf(named), await stateOf(toPact)]).toEqual(['agreed', 'released']);
      await taker.key.post(`${named}/transitions`, { to: 'released' });
      await calendar.advance(pact.pactId, '2027-01-01');
      expect((await giver.key.get(giver.path)).body.state).toBe('withdrawn');
    });
  });
});
