import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';
import { planIn, type Plan } from '../../../../test/support/plans.js';

let api: TestApi;
let pact: PactWithMembers;
let plan: Plan;
let coordinator: Client;
const ids: Record<string, string> = {};

const make = async (name: string, path: string, wish: object): Promise<string> => {
  const { status, body } = await coordinator.post(`${pact.path}/${path}`, wish);
  expect([path, status]).toEqual([path, 201]);
  return (ids[name] = body.id as string);
};
const objective = (name: string, problem?: string) =>
  make(name, 'objectives', { code: name, title: name, ...(problem && { problemId: ids[problem] }) });
const problem = (name: string, isCore = false) => make(name, 'problems', { code: name, title: name, isCore });
const commitment = async (name: string, more: object): Promise<string> => {
  const { body } = await pact.members[0]!.key.post(`${pact.path}/commitments`, {
    promisorMemberId: pact.members[0]!.memberId,
    title: name,
    resource: { kind: 'staff_time', quantity: 100, unit: 'hours' },
    startsOn: '2025-02-01',
    endsOn: '2026-12-31',
    ...more,
  });
  return (ids[name] = body.id as string);
};

/**
 * `leaving` causes `jobless`, the core; `school` is the means to `work`. A desk serves school, and is promised a tutor.
 * `alone` is an objective, `bare` a measure and `unanswered` a problem that lead nowhere.
 */
beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 1);
  coordinator = pact.coordinator;
  plan = await planIn(pact);
  await problem('jobless', true);
  await problem('leaving');
  await problem('unanswered');
  await make('link', 'problem-links', { causeId: ids['leaving'], effectId: ids['jobless'] });
  await objective('work', 'jobless');
  await objective('school', 'leaving');
  await objective('alone');
  await make('means', 'objective-links', { meansId: ids['school'], endId: ids['work'] });
  const wish = { objectiveIds: [ids['school']], indicators: ['pathways_started'], budgetCents: 1_000 };
  const desk = await plan.running({ code: 'desk', ...wish });
  ids['desk'] = desk.id;
  await plan.spend((await plan.line(desk.id, 800)).id, 100);
  ids['bare'] = (await plan.measure({ code: 'bare' })).id;
  await commitment('tutor', { measureId: desk.id });
  await commitment('room', { objectiveId: ids['work'] });
  await commitment('nothing', {});
  const target = { indicator: 'pathways_started', period: '2026', value: 40 };
  await coordinator.put(
    `${pact.path}/targets`,
    { ...target, ownerMemberId: pact.members[0]!.memberId },
    { 'If-Match': '"0"' },
  );
}, 60_000);
afterAll(() => api.close());

const below = async (name: string) =>
  (await coordinator.get(`${pact.path}/objectives/${ids[name]}/line-of-sight`)).body;
const above = async (name: string) =>
  (await coordinator.get(`${pact.path}/commitments/${ids[name]}/line-of-sight`)).body;
const codes = (items: { code: string; distance?: number }[]) =>
  items.map(({ code, distance }) => (distance === undefined ? code : `${distance} ${code}`));

describe('the line of sight from an objective', () => {
  it('leads down over the means to it to what is done, promised and measured', async () => {
    const seen = await below('work');
    expect(codes(seen.objectives)).toEqual(['0 work', '1 school']);
    expect(seen.measures).toEqual([
      {
        id: ids['desk'],
        code: 'desk',
        title: 'Misura',
        state: 'running',
        objectiveIds: [ids['school']],
        indicators: ['pathways_started'],
        budgetCents: 1_000,
        fundedCents: 800,
        spentCents: 100,
      },
    ]);
    expect(seen.commitments.map(({ title }: { title: string }) => title)).toEqual(['tutor', 'room']);
    expect(seen.indicators).toMatchObject([
      { code: 'pathways_started', targets: [{ period: '2026', breakdown: {}, value: 40 }] },
    ]);
    expect(seen.gaps).toEqual([]);
  });

  it('sees from the means what is its own, and not what belongs to the end', async () => {
    const { objectives, commitments } = await below('school');
    expect(codes(objectives)).toEqual(['0 school']);
    expect(commitments.map(({ title }: { title: string }) => title)).toEqual(['tutor']);
  });

  it('tells where it breaks off', async () => {
    expect((await below('alone')).gaps).toEqual(['no-measure', 'no-indicator', 'no-commitment']);
  });
});

describe('the line of sight from a commitment', () => {
  it('leads up over its measure and the objectives to the core problem', async () => {
    const seen = await above('tutor');
    expect(seen.commitment).toMatchObject({ id: ids['tutor'], measureId: ids['desk'] });
    expect(seen.measure).toMatchObject({ code: 'desk', state: 'running' });
    expect(codes(seen.objectives)).toEqual(['0 school', '1 work']);
    expect(codes(seen.problems)).toEqual(['0 leaving', '1 jobless']);
    expect(seen.gaps).toEqual([]);
  });

  it('begins with the objective where it names one', async () => {
    const { measure, objectives, problems } = await above('room');
    expect([measure, codes(objectives), codes(problems)]).toEqual([undefined, ['0 work'], ['0 jobless']]);
  });

  it('tells where it breaks off', async () => {
    expect((await above('nothing')).gaps).toEqual(['no-objective', 'no-problem']);
  });
});

describe('the gaps of a pact', () => {
  const gaps = async (query = '') => (await coordinator.get(`${pact.path}/line-of-sight/gaps${query}`)).body;
  const told = (items: { kind: string; code: string }[]) => items.map(({ kind, code }) => `${kind} ${code}`);

  it('are what leads nowhere; an end is reached over its means', async () => {
    expect(told((await gaps()).items)).toEqual([
      'measure_without_indicator bare',
      'objective_without_measure alone',
      'problem_without_objective unanswered',
    ]);
    expect(told((await gaps('?kind=problem_without_objective')).items)).toEqual([
      'problem_without_objective unanswered',
    ]);
  });

  it('are told page by page', async () => {
    const found: string[] = [];
    for (let query = '?limit=1'; query !== '';) {
      const { items, nextCursor } = await gaps(query);
      found.push(...told(items));
      query = nextCursor === undefined ? '' : `?limit=1&cursor=${nextCursor}`;
    }
    expect(found).toEqual(told((await gaps()).items));
  });

  it('open again when the measure is given up', async () => {
    await coordinator.post(`${pact.path}/measures/${ids['desk']}/transitions`, { to: 'closed' });
    expect(told((await gaps('?kind=objective_without_measure')).items)).toEqual([
      'objective_without_measure work',
      'objective_without_measure school',
      'objective_without_measure alone',
    ]);
    expect((await below('school')).gaps).toEqual(['no-measure', 'no-indicator']);
  });
});

describe('what a measure serves', () => {
  it('stays while the measure serves it', async () => {
    const path = `${pact.path}/objectives/${ids['school']}`;
    const { headers } = await coordinator.get(path);
    const { status, body } = await coordinator.delete(path, { 'If-Match': headers.get('etag') ?? '' });
    expect([status, body.type]).toEqual([409, '/problems/still-referred-to']);
  });
});
