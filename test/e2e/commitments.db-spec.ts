import { startApi, type Client, type TestAnswer, type TestApi } from '../support/api.js';
import { pactWithMembers, type Member, type PactWithMembers } from '../support/pact-with-members.js';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';
const hours = {
  title: 'Due tutor',
  resource: { kind: 'staff_time', quantity: 100, unit: 'hours' },
  startsOn: '2026-01-01',
  endsOn: '2099-12-31',
  milestones: [
    { dueOn: '2026-06-30', quantity: 40.5 },
    { dueOn: '2099-12-31', quantity: 59.5 },
  ],
};
const refusal = ({ status, body }: TestAnswer) => [status, body.type];
const faults = ({ body }: TestAnswer) =>
  body.errors?.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);

describe('a commitment', () => {
  let api: TestApi;
  let pact: PactWithMembers;
  let giver: Member;
  let taker: Member;
  let other: Member;

  beforeAll(async () => {
    api = await startApi();
    pact = await pactWithMembers(api, 3);
    [giver, taker, other] = pact.members as [Member, Member, Member];
  });
  afterAll(() => api.close());

  const draft = (changes: object = {}) => ({
    ...hours,
    promisorMemberId: giver.memberId,
    beneficiaryMemberIds: [taker.memberId],
    ...changes,
  });
  const created = async (changes: object = {}, by: Client = giver.key): Promise<string> => {
    const { status, headers } = await by.post(`${pact.path}/commitments`, draft(changes));
    expect(status).toBe(201);
    return headers.get('location') ?? '';
  };
  const moved = async (by: Client, path: string, to: string): Promise<string> => {
    const { status, body } = await by.post(`${path}/transitions`, { to });
    expect([to, status]).toEqual([to, 200]);
    return body.state;
  };
  const agreed = async (changes: object = {}): Promise<string> => {
    const path = await created(changes);
    await moved(giver.key, path, 'proposed');
    expect(await moved(taker.key, path, 'agreed')).toBe('agreed');
    return path;
  };
  const active = async (changes: object = {}): Promise<string> => {
    const path = await agreed(changes);
    await moved(giver.key, path, 'active');
    return path;
  };
  const delivered = async (path: string, quantity: number, changes: object = {}): Promise<string> => {
    const request = { deliveredOn: '2026-03-01', quantity, ...changes };
    const { status, body } = await giver.key.post(`${path}/deliveries`, request);
    expect(status).toBe(201);
    return `${pact.path}/deliveries/${body.id}`;
  };
  describe('as a draft', () => {
    it('is answered at once as it is read later', async () => {
      const request = draft({ beneficiaryMemberIds: [other.memberId, taker.memberId] });
      const first = await giver.key.post(`${pact.path}/commitments`, request);
      expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"']);
      expect(first.body).toMatchObject({
        ...hours,
        beneficiaryMemberIds: [taker.memberId, other.memberId],
        beneficiaries: [{ memberId: taker.memberId }, { memberId: other.memberId }],
        state: 'draft',
        revision: 1,
        delivered: 0,
        confirmed: 0,
        disputed: 0,
      });
      const path = first.headers.get('location') ?? '';
      const shown = await giver.key.get(path);
      expect(shown.body).toEqual(first.body);
      expect((await giver.key.get(path, { 'If-None-Match': '"1"' })).status).toBe(304);
    });

    it('is written by the promisor or a coordinator, for members that have signed', async () => {
      expect((await pact.coordinator.post(`${pact.path}/commitments`, draft())).status).toBe(201);
      const foreign = await taker.key.post(`${pact.path}/commitments`, draft());
      expect(refusal(foreign)).toEqual([403, '/problems/not-own-member']);
      const { body: actor } = await api.admin.post('/v1/actors', {
        name: 'x',
        system: 'public',
        kind: 'other',
      });
      const joined = await api.admin.post(`${pact.path}/members`, { actorId: actor.id, role: 'signatory' });
      const unsigned = draft({ promisorMemberId: joined.body.id, beneficiaryMemberIds: [joined.body.id] });
      const answer = await pact.coordinator.post(`${pact.path}/commitments`, unsigned);
      expect(faults(answer)).toEqual(['/beneficiaryMemberIds own-promise']);
      const toOther = { ...unsigned, beneficiaryMemberIds: [] };
      const second = await pact.coordinator.post(`${pact.path}/commitments`, toOther);
      expect(faults(second)).toEqual(['/promisorMemberId not-signed']);
    });

    it('names only what belongs to its pact', async () => {
      const elsewhere = await pactWithMembers(api, 2);
      const [stranger] = elsewhere.members as [Member];
      const path = `${pact.path}/commitments`;
      expect(
        faults(await pact.coordinator.post(path, draft({ promisorMemberId: stranger.memberId }))),
      ).toEqual(['/promisorMemberId unknown-member']);
      const benefiting = draft({ beneficiaryMemberIds: [taker.memberId, stranger.memberId] });
      expect(faults(await giver.key.post(path, benefiting))).toEqual([
        '/beneficiaryMemberIds unknown-member',
      ]);
      expect(faults(await giver.key.post(path, draft({ conditionalOnCommitmentId: UNKNOWN })))).toEqual([
        '/conditionalOnCommitmentId unknown-commitment',
      ]);
      const own = (await created()).split('/').at(-1);
      expect((await elsewhere.coordinator.get(`${elsewhere.path}/commitments/${own}`)).status).toBe(404);
      expect((await stranger.key.get(`${path}/${own}`)).status).toBe(404);
      expect((await stranger.key.post(path, draft())).status).toBe(404);
      expect((await api.admin.post(`/v1/pacts/${UNKNOWN}/commitments`, draft())).status).toBe(404);
      for (const list of ['transitions', 'revisions', 'deliveries']) {
        expect((await giver.key.get(`${path}/${UNKNOWN}/${list}`)).status).toBe(404);
      }
    });

    it.each([
      [{ milestones: [{ dueOn: '2100-01-01', quantity: 1 }] }, '/milestones/0/dueOn outside-period'],
      [{ milestones: hours.milestones.toReversed() }, '/milestones/1/dueOn not-later'],
      [{ milestones: [{ dueOn: '2026-06-30', quantity: 101 }] }, '/milestones exceeds-quantity'],
      [{ endsOn: '2025-12-31', milestones: [] }, '/endsOn before-start'],
      [
        { resource: { kind: 'money', quantity: 10.5, unit: 'EUR' }, milestones: [] },
        '/resource/quantity not-whole',
      ],
      [{ resource: { kind: 'money', quantity: -5, unit: 'EUR' } }, '/resource/quantity out-of-range'],
      [{ resource: { kind: 'money', quantity: 100, unit: 'hours' } }, '/resource/unit unit-of-other-kind'],
      [{ resource: { kind: 'gold', quantity: 100, unit: 'hours' } }, '/resource/kind unknown-value'],
      [{ resource: { ...hours.resource, competence: 'Diritto' } }, '/resource/competence not-a-competence'],
      [{ startsOn: '2026-02-30' }, '/startsOn day'],
      [{ title: 'a\u0000b' }, '/title control-character'],
      [{ objectiveId: UNKNOWN }, '/objectiveId unknown-objective'],
      [{ state: 'agreed' }, '/state unknown-field'],
      [{ promisorMemberId: 7 }, '/promisorMemberId uuid'],
    ])('refuses %j with a pointer', async (changes, fault) => {
      const answer = await giver.key.post(`${pact.path}/commitments`, draft(changes));
      expect([answer.status, faults(answer)]).toEqual([422, [fault]]);
    });

    it('changes by merge patch, and only for whoever saw it as it is', async () => {
      const path = await created();
      const patch = { resource: { quantity: 50 }, milestones: [], beneficiaryMemberIds: [] };
      expect((await giver.key.patch(path, patch)).status).toBe(428);
      expect((await giver.key.patch(path, patch, { 'If-Match': '"7"' })).status).toBe(412);
      expect(refusal(await taker.key.patch(path, patch, { 'If-Match': '"1"' }))[0]).toBe(403);
      const changed = await giver.key.patch(path, patch, { 'If-Match': '"1"' });
      expect(changed.body).toMatchObject({
        resource: { ...hours.resource, quantity: 50 },
        milestones: [],
        beneficiaryMemberIds: [],
        version: 2,
      });
      const self = { conditionalOnCommitmentId: changed.body.id.toUpperCase() };
      expect(faults(await giver.key.patch(path, self, { 'If-Match': '"2"' }))).toEqual([
        '/conditionalOnCommitmentId own-condition',
      ]);
      await moved(giver.key, path, 'proposed');
      const late = await giver.key.patch(path, { title: 'x' }, { 'If-Match': '"3"' });
      expect(refusal(late)).toEqual([409, '/problems/terms-fixed']);
    });

    it('is found by every filter', async () => {
      const money = { kind: 'money', quantity: 250_000, unit: 'EUR' };
      const changes = { title: 'Fondo 50%_', resource: money, endsOn: '2026-12-31', milestones: [] };
      const path = await created({ ...changes, beneficiaryMemberIds: [other.memberId] });
      const filters = [
        'state=draft',
        `promisorMemberId=${giver.memberId}`,
        `beneficiaryMemberId=${other.memberId}`,
        'resourceKind=money',
        'dueBefore=2027-01-01',
        `q=${encodeURIComponent('50%_')}`,
      ];
      const { body } = await giver.key.get(`${pact.path}/commitments?${filters.join('&')}`);
      expect(body.items.map(({ id }: { id: string }) => id)).toEqual([path.split('/').at(-1)]);
      const none = await giver.key.get(`${pact.path}/commitments?dueBefore=2026-12-31`);
      expect(none.body.items).toEqual([]);
    });
  });

  describe('on its way to being agreed', () => {
    it('is proposed by nobody but its promisor, and agreed by every beneficiary', async () => {
      const path = await created({ beneficiaryMemberIds: [taker.memberId, other.memberId] });
      for (const by of [taker.key, pact.coordinator, api.admin]) {
        const answer = await by.post(`${path}/transitions`, { to: 'proposed' });
        expect(refusal(answer)).toEqual([403, '/problems/not-the-promisor']);
      }
      await moved(giver.key, path, 'proposed');
      for (const by of [giver.key, pact.coordinator]) {
        const answer = await by.post(`${path}/transitions`, { to: 'agreed' });
        expect(refusal(answer)).toEqual([403, '/problems/not-a-counterpart']);
      }
      expect(await moved(taker.key, path, 'agreed')).toBe('proposed');
      expect(await moved(taker.key, path, 'agreed')).toBe('proposed');
      expect(await moved(other.key, path, 'agreed')).toBe('agreed');
      const { body } = await giver.key.get(path);
      expect(body.beneficiaries.every(({ agreedAt }: { agreedAt?: string }) => agreedAt)).toBe(true);
    });

    it('is agreed for the pact by a coordinator, where the pact benefits', async () => {
      const path = await created({ beneficiaryMemberIds: [] });
      await moved(giver.key, path, 'proposed');
      const answer = await taker.key.post(`${path}/transitions`, { to: 'agreed' });
      expect(refusal(answer)).toEqual([403, '/problems/not-a-counterpart']);
      expect(await moved(pact.coordinator, path, 'agreed')).toBe('agreed');
      expect((await giver.key.get(path)).body.pactAgreedAt).toMatch(/Z$/);
    });

    it('waits for the commitment that it is conditional on', async () => {
      const first = await created();
      const conditionalOnCommitmentId = first.split('/').at(-1);
      const second = await created({ conditionalOnCommitmentId });
      await moved(giver.key, second, 'proposed');
      expect(await moved(taker.key, second, 'agreed')).toBe('proposed');
      await moved(giver.key, first, 'proposed');
      expect(await moved(taker.key, first, 'agreed')).toBe('agreed');
      expect((await giver.key.get(second)).body.state).toBe('agreed');
    });

    it('becomes binding together with the one that waits for it', async () => {
      const give = await created();
      const take = await created(
        {
          promisorMemberId: taker.memberId,
          beneficiaryMemberIds: [giver.memberId],
          conditionalOnCommitmentId: give.split('/').at(-1),
        },
        taker.key,
      );
      const patch = { conditionalOnCommitmentId: take.split('/').at(-1) };
      await giver.key.patch(give, patch, { 'If-Match': '"1"' });
      await moved(giver.key, give, 'proposed');
      await moved(taker.key, take, 'proposed');
      await Promise.all([moved(taker.key, give, 'agreed'), moved(giver.key, take, 'agreed')]);
      for (const path of [give, take]) expect((await giver.key.get(path)).body.state).toBe('agreed');
    });

    it('says which moves there are when asked for another', async () => {
      const path = await created();
      const unlisted = await giver.key.post(`${path}/transitions`, { to: 'active' });
      expect(refusal(unlisted)).toEqual([409, '/problems/transition-not-allowed']);
      expect(unlisted.body.detail).toBe('From draft it may move to proposed.');
      for (const to of ['fulfilled', 'partly_fulfilled', 'breached']) {
        const typed = await giver.key.post(`${path}/transitions`, { to });
        expect(refusal(typed)).toEqual([409, '/problems/computed-state']);
      }
      const future = await agreed({ startsOn: '2099-01-01', milestones: [] });
      const early = await giver.key.post(`${future}/transitions`, { to: 'active' });
      expect(refusal(early)).toEqual([409, '/problems/too-early']);
    });

    it('is renegotiated into a new revision; the old terms stay readable', async () => {
      const path = await active();
      await delivered(path, 10);
      expect(await moved(taker.key, path, 'renegotiating')).toBe('renegotiating');
      const { headers, body } = await giver.key.get(path);
      expect([body.revision, body.beneficiaries]).toEqual([2, [{ memberId: taker.memberId }]]);
      const etag = { 'If-Match': headers.get('etag') ?? '' };
      const exchanged = { beneficiaryMemberIds: [other.memberId] };
      expect(refusal(await giver.key.patch(path, exchanged, etag))[1]).toBe('/problems/beneficiaries-fixed');
      const counted = { resource: { kind: 'service', unit: 'days' } };
      expect(refusal(await giver.key.patch(path, counted, etag))[1]).toBe('/problems/resource-fixed');
      const less = await giver.key.patch(path, { resource: { quantity: 60 }, milestones: [] }, etag);
      expect(less.body.resource.quantity).toBe(60);
      const kept = await giver.key.get(`${path}/revisions`);
      expect(kept.body.items).toEqual([
        { ...hours, revision: 1, beneficiaryMemberIds: [taker.memberId], replacedAt: expect.any(String) },
      ]);
      await moved(giver.key, path, 'proposed');
      await moved(taker.key, path, 'agreed');
      expect(await moved(pact.coordinator, path, 'active')).toBe('active');
      const history = await giver.key.get(`${path}/transitions`);
      expect(history.body.items.map(({ to }: { to: string }) => to)).toEqual([
        'proposed',
        'agreed',
        'active',
        'renegotiating',
        'proposed',
        'agreed',
        'active',
      ]);
    });

    it('is released by its counterparts, all of them', async () => {
      const path = await created({ beneficiaryMemberIds: [taker.memberId, other.memberId] });
      await moved(giver.key, path, 'proposed');
      const own = await giver.key.post(`${path}/transitions`, { to: 'released' });
      expect(refusal(own)).toEqual([403, '/problems/not-a-counterpart']);
      expect(await moved(taker.key, path, 'released')).toBe('proposed');
      expect(await moved(other.key, path, 'released')).toBe('released');
    });
  });
});
