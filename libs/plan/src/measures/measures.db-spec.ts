import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';
import { planIn, type Plan } from '../../../../test/support/plans.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';

let api: TestApi;
let pact: PactWithMembers;
let plan: Plan;
let other: Plan;
let coordinator: Client;

beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 2);
  coordinator = pact.coordinator;
  plan = await planIn(pact);
  other = await planIn(await pactWithMembers(api, 1));
}, 60_000);
afterAll(() => api.close());

const FULL = {
  code: 'desk',
  title: { it: 'Sportello unico', en: 'One-stop desk' },
  description: 'Accesso unico ai servizi.',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  durationMonths: 12,
  budgetCents: 12_000_000,
  instrument: 'service',
  targetGroups: ['neet', 'families'],
  indicators: ['fulfilment_rate', 'pathways_started'],
};

describe('the measures of a plan', () => {
  it('are put there with what is known of them', async () => {
    const { status, body, headers } = await coordinator.post(plan.measures, {
      ...FULL,
      responsibleUnitId: plan.unitId,
    });
    expect([status, headers.get('etag')]).toEqual([201, '"1"']);
    const links = { objectiveIds: [], cells: [], fundedCents: 0, spentCents: 0 };
    expect(body).toMatchObject({ ...FULL, ...links, responsibleUnitId: plan.unitId, state: 'proposed' });
    expect((await coordinator.get(`${plan.measures}/${body.id}`)).body).toEqual(body);
  });

  it('may leave everything open but their name', async () => {
    const { body } = await coordinator.post(plan.measures, { code: 'open', title: { it: 'Da decidere' } });
    expect(Object.keys(body).toSorted()).toEqual(
      (
        'cells code createdAt fundedCents id indicators objectiveIds spentCents state targetGroups title ' +
        'updatedAt version'
      ).split(' '),
    );
  });

  it('have codes of their own in the pact, which others may use too', async () => {
    const again = await coordinator.post(plan.measures, { code: 'desk', title: { it: 'Ancora' } });
    expect([again.status, again.body.type]).toEqual([409, '/problems/measure-code-taken']);
    await expect(other.measure({ code: 'desk' })).resolves.toMatchObject({ id: expect.any(String) });
  });

  it('are changed by who has seen them: what is not named stays, null takes away', async () => {
    const { path } = await plan.measure({ ...FULL, code: 'changing' });
    expect((await coordinator.patch(path, { endsOn: null })).status).toBe(428);
    const patch = { title: { en: null }, endsOn: null, budgetCents: 5, indicators: ['pathways_started'] };
    const changed = await coordinator.patch(path, patch, { 'If-Match': '"1"' });
    const { endsOn: _, ...rest } = FULL;
    expect(changed.body).toMatchObject({
      ...rest,
      code: 'changing',
      title: { it: 'Sportello unico' },
      budgetCents: 5,
      indicators: ['pathways_started'],
      version: 2,
    });
    expect(changed.body.endsOn).toBeUndefined();
    expect(changed.body.title.en).toBeUndefined();
    expect((await coordinator.patch(path, { endsOn: null }, { 'If-Match': '"1"' })).status).toBe(412);
  });

  it('are found by state, instrument, group and words', async () => {
    const { id } = await plan.measure({ code: 'find-me', instrument: 'bonus', targetGroups: ['women'] });
    for (const query of ['instrument=bonus', 'targetGroup=women', 'q=find-', 'q=FIND-ME&state=proposed']) {
      const { items } = (await coordinator.get(`${plan.measures}?${query}`)).body;
      expect([query, items.map((each: { id: string }) => each.id)]).toEqual([query, [id]]);
    }
    expect((await coordinator.get(`${plan.measures}?state=closed`)).body.items).toEqual([]);
  });

  it.each([
    [{ responsibleUnitId: NOWHERE }, '/responsibleUnitId', 'unknown-unit'],
    [{ pillarId: NOWHERE }, '/pillarId', 'unknown-pillar'],
    [{ expectedResultId: NOWHERE }, '/expectedResultId', 'unknown-result'],
    [{ objectiveIds: [NOWHERE] }, '/objectiveIds/0', 'unknown-objective'],
    [{ indicators: ['pathways_started', 'nonsense'] }, '/indicators/1', 'unknown-value'],
    [{ startsOn: '2026-02-01', endsOn: '2026-01-31' }, '/endsOn', 'before-start'],
    [{ budgetCents: 0 }, '/budgetCents', 'out-of-range'],
    [{ title: { en: 'Only' } }, '/title/it', 'required'],
    [{ code: 'a/b' }, '/code', 'pattern'],
  ])('with %p are refused', async (more, pointer, code) => {
    const wish = { code: 'faulty', title: { it: 'Misura' }, ...more };
    const { status, body } = await coordinator.post(plan.measures, wish);
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ pointer, code })]]);
  });

  it('are answered for by a unit of a member, not of anybody', async () => {
    const wish = { code: 'foreign', title: { it: 'Misura' }, responsibleUnitId: other.unitId };
    const { body } = await coordinator.post(plan.measures, wish);
    expect(body.errors).toEqual([expect.objectContaining({ code: 'unknown-unit' })]);
  });

  it('stay open to change when the actor of their unit has left the pact', async () => {
    const left = await pactWithMembers(api, 2);
    const { measure, unitId } = await planIn(left);
    const { path } = await measure({ responsibleUnitId: unitId });
    const { key, path: member } = left.members[0]!;
    expect((await key.post(`${member}/withdrawal`, { commitments: [] })).status).toBe(201);
    const change = (patch: object, version: number) =>
      left.coordinator.patch(path, patch, { 'If-Match': `"${version}"` });
    expect(await change({ budgetCents: 100 }, 1)).toMatchObject({ status: 200, body: { budgetCents: 100 } });
    expect((await change({ responsibleUnitId: unitId }, 2)).body.errors).toMatchObject([
      { pointer: '/responsibleUnitId', code: 'unknown-unit' },
    ]);
  });

  it('are read by dashboards and written by no member', async () => {
    const dashboard = await pact.keyOf('dashboard');
    const { status, body } = await dashboard.get(plan.measures);
    expect(status).toBe(200);
    // Who moved it, and with which note, is for those who work on it.
    const { id } =
      body.items[0] ?? (await coordinator.post(plan.measures, { code: 'one', title: { it: 'Una' } })).body;
    for (const list of ['transitions', 'progress']) {
      expect((await dashboard.get(`${plan.measures}/${id}/${list}`)).status).toBe(403);
    }
    const wish = { code: 'mine', title: { it: 'Misura' } };
    expect((await pact.members[0]!.key.post(plan.measures, wish)).status).toBe(403);
  });
});

describe('the course of a measure', () => {
  const move = (path: string, to: string, more: object = {}) =>
    coordinator.post(`${path}/transitions`, { to, ...more });

  it('goes from state to state, and every move is kept', async () => {
    const { path } = await plan.measure();
    for (const to of ['approved', 'running', 'suspended', 'running', 'completed']) {
      expect((await move(path, to, { reason: 'Deciso.' })).body.state).toBe(to);
    }
    const { items } = (await coordinator.get(`${path}/transitions`)).body;
    expect(items.map((each: { from: string; to: string }) => `${each.from} ${each.to}`)).toEqual([
      'proposed approved',
      'approved running',
      'running suspended',
      'suspended running',
      'running completed',
    ]);
    expect(items[0].reason).toBe('Deciso.');
    const changed = await coordinator.patch(path, { budgetCents: 1 }, { 'If-Match': '"6"' });
    expect([changed.status, changed.body.type]).toEqual([409, '/problems/measure-over']);
  });

  it('takes no other way', async () => {
    const { path } = await plan.measure();
    const { status, body } = await move(path, 'running');
    expect([status, body.type]).toEqual([409, '/problems/transition-not-allowed']);
    expect(body.detail).toBe('From proposed it may move to approved, closed.');
  });

  it('names a decision of the pact only', async () => {
    const { path } = await plan.measure();
    const { status, body } = await move(path, 'approved', { decisionId: NOWHERE });
    expect([status, body.errors]).toEqual([
      422,
      [expect.objectContaining({ pointer: '/decisionId', code: 'unknown-decision' })],
    ]);
    expect((await coordinator.get(path)).body.state).toBe('proposed');
  });

  it('is told by its latest day, while it is running', async () => {
    const { path } = await plan.running();
    const report = (onDay: string, doneShare: number) =>
      coordinator.post(`${path}/progress`, { onDay, doneShare, note: 'Avanti.' });
    await report('2026-03-01', 0.5);
    await report('2026-02-01', 0.2);
    expect((await coordinator.get(path)).body.progress).toEqual({ onDay: '2026-03-01', doneShare: 0.5 });
    await report('2026-03-01', 0.45);
    expect((await coordinator.get(path)).body.progress.doneShare).toBe(0.45);
    expect((await coordinator.get(`${path}/progress`)).body.items).toHaveLength(3);
    expect((await report('2099-01-01', 0.5)).body.errors[0]).toMatchObject({ code: 'in-future' });
    const { path: proposed } = await plan.measure();
    const early = await coordinator.post(`${proposed}/progress`, { onDay: '2026-01-01', doneShare: 0 });
    expect([early.status, early.body.type]).toEqual([409, '/problems/measure-not-running']);
  });

  it('is told by the actor that answers for it, and by no other member', async () => {
    const { path } = await plan.running();
    const [responsible, another] = pact.members;
    const entry = { onDay: '2026-01-01', doneShare: 0.1 };
    expect((await responsible!.key.post(`${path}/progress`, entry)).status).toBe(201);
    const refused = await another!.key.post(`${path}/progress`, entry);
    expect([refused.status, refused.body.type]).toEqual([403, '/problems/not-the-responsible']);
  });
});
