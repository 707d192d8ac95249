import { startApi, type Client, type TestAnswer, type TestApi } from '../support/api.js';
import { pactWithMembers, type Member } from '../support/pact-with-members.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';
const TREE = {
  problems: [
    { code: 'neet', title: 'Giovani né a scuola né al lavoro', isCore: true },
    { code: 'scuola', title: 'Abbandono scolastico' },
    { code: 'poverta', title: 'Povertà' },
  ],
  links: [
    { cause: 'scuola', effect: 'neet' },
    { cause: 'neet', effect: 'poverta' },
  ],
};
const refusal = ({ status, body }: TestAnswer) => [status, body.type];
const faults = ({ status, body }: TestAnswer) => [
  status,
  ...(body.errors ?? []).map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`),
];

describe('the objectives of a pact', () => {
  let api: TestApi;
  let path: string;
  let coordinator: Client;
  let members: readonly Member[];
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.close());
  beforeEach(async () => {
    ({ path, coordinator, members } = await pactWithMembers(api, 1));
  });

  const bring = (tree: object, to = 'problem-tree') =>
    coordinator.put(`${path}/${to}`, tree, { 'If-Match': '"0"' });
  const derive = (body?: object) => coordinator.post(`${path}/objective-tree/derivations`, body);
  const tree = async () => (await coordinator.get(`${path}/objective-tree`)).body;
  const idOf = async (code: string): Promise<string> =>
    (await coordinator.get(`${path}/problems`)).body.items.find((one: { code: string }) => one.code === code)
      .id;
  const findings = async (query = ''): Promise<string[]> =>
    (await coordinator.get(`${path}/agenda-findings${query}`)).body.items.map(
      ({ kind, code }: { kind: string; code?: string }) => [kind, code].filter(Boolean).join(' '),
    );

  it('are derived from all problems, in their words, and mirror their links', async () => {
    await bring(TREE);
    expect((await derive()).body).toEqual({ derived: 3, known: 0, linked: 2 });
    expect(await tree()).toEqual({
      objectives: TREE.problems.map(({ code, title }, place) => ({
        code: `O${place + 1}`,
        title,
        wording: 'derived',
        problem: code,
      })),
      links: [
        { means: 'O2', end: 'O1' },
        { means: 'O1', end: 'O3' },
      ],
    });
  });

  it('are derived once, and what is new later', async () => {
    await bring(TREE);
    await derive();
    const [first] = (await coordinator.get(`${path}/objectives`)).body.items;
    const own = { title: 'Ogni giovane studia o lavora' };
    await coordinator.patch(`${path}/objectives/${first.id}`, own, { 'If-Match': '"1"' });
    const before = await tree();
    expect((await derive()).body).toEqual({ derived: 0, known: 3, linked: 0 });
    expect(await tree()).toEqual(before);
    expect(before.objectives[0]).toMatchObject({ ...own, wording: 'own', problem: 'neet' });
    const cause = (await coordinator.post(`${path}/problems`, { title: 'Pochi autobus' })).body.id as string;
    await coordinator.post(`${path}/problem-links`, { causeId: cause, effectId: await idOf('scuola') });
    expect((await derive()).body).toEqual({ derived: 1, known: 3, linked: 1 });
  });

  it('are derived from some problems, of this pact only', async () => {
    await bring(TREE);
    const [neet, scuola] = [await idOf('neet'), await idOf('scuola')];
    expect(faults(await derive({ problemIds: [neet, NOWHERE] }))).toEqual([
      422,
      '/problemIds/1 unknown-problem',
    ]);
    expect((await derive({ problemIds: [neet, scuola] })).body).toEqual({ derived: 2, known: 0, linked: 1 });
  });

  it('are derived by several at once, each of them once', async () => {
    await bring(TREE);
    const answers = await Promise.all([derive(), derive(), derive()]);
    expect(answers.map(({ body }) => `${body.derived}`).toSorted()).toEqual(['0', '0', '3']);
    expect((await tree()).objectives).toHaveLength(3);
  });

  it('are not derived into a circle with links that were made by hand', async () => {
    await bring(TREE);
    const make = async (title: string, problem: string): Promise<string> =>
      (await coordinator.post(`${path}/objectives`, { title, problemId: await idOf(problem) })).body.id;
    const [work, school] = [await make('Lavoro', 'neet'), await make('Scuola', 'scuola')];
    await coordinator.post(`${path}/objective-links`, { meansId: work, endId: school });
    const refused = await derive();
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/tree-circle' } });
    expect(refused.body.detail).toMatch(/^The circle is O\d → O\d → O\d\.$/);
    expect((await tree()).objectives).toHaveLength(2);
  });

  it('answer one problem each, of their own pact, and belong to a strategy of it', async () => {
    await bring(TREE);
    const problemId = await idOf('neet');
    const add = (more: object) => coordinator.post(`${path}/objectives`, { title: 'Lavoro', ...more });
    expect((await add({ problemId })).status).toBe(201);
    expect(refusal(await add({ problemId }))).toEqual([409, '/problems/problem-has-objective']);
    expect(faults(await add({ problemId: NOWHERE, strategyId: NOWHERE }))).toEqual([
      422,
      '/problemId unknown-problem',
      '/strategyId unknown-strategy',
    ]);
    const strategy = await coordinator.post(`${path}/strategies`, {
      title: 'Dalla scuola al lavoro',
      horizon: 'long_term',
      untilOn: '2030-12-31',
    });
    const { body } = await add({ strategyId: strategy.body.id });
    expect((await coordinator.get(`${path}/objectives?strategyId=${strategy.body.id}`)).body.items).toEqual([
      body,
    ]);
    const remove = () => coordinator.delete(`${path}/strategies/${strategy.body.id}`, { 'If-Match': '"1"' });
    expect(refusal(await remove())).toEqual([409, '/problems/still-referred-to']);
    const at = `${path}/objectives/${body.id}`;
    const freed = await coordinator.patch(at, { strategyId: null }, { 'If-Match': '"1"' });
    expect(freed.body).not.toHaveProperty('strategyId');
    expect((await remove()).status).toBe(204);
  });

  it('are brought as a whole, with the codes of problems and strategies', async () => {
    await bring(TREE);
    await coordinator.post(`${path}/strategies`, { code: 's', title: 'Insieme', horizon: 'medium_term' });
    const whole = {
      objectives: [
        { code: 'a', title: 'Lavoro', wording: 'own', problem: 'neet', strategy: 's' },
        { code: 'b', title: 'Scuola', wording: 'own', problem: 'scuola' },
      ],
      links: [{ means: 'b', end: 'a' }],
    };
    expect((await bring(whole, 'objective-tree')).body).toEqual(whole);
    const swapped = {
      ...whole,
      objectives: whole.objectives.map((one, place) => ({ ...one, problem: ['scuola', 'neet'][place] })),
    };
    const put = (content: object, version: number) =>
      coordinator.put(`${path}/objective-tree`, content, { 'If-Match': `"${version}"` });
    expect((await put(swapped, 1)).body).toEqual(swapped);
    const wrong = {
      objectives: [
        { code: 'a', title: 'Lavoro', problem: 'neet', strategy: 'x' },
        { code: 'b', title: 'Scuola', problem: 'neet' },
        { code: 'c', title: 'Casa', problem: 'affitti' },
      ],
      links: [],
    };
    expect(faults(await put(wrong, 2))).toEqual([
      422,
      '/objectives/1/problem answered-twice',
      '/objectives/2/problem unknown-problem',
      '/objectives/0/strategy unknown-strategy',
    ]);
  });

  it('are what commitments serve, from the first day or later', async () => {
    const [member] = members as [Member];
    const objectiveId = (await coordinator.post(`${path}/objectives`, { title: 'Lavoro' })).body.id as string;
    const { path: elsewhere } = await pactWithMembers(api, 0);
    const foreign = (await api.admin.post(`${elsewhere}/objectives`, { title: 'Altrove' })).body.id as string;
    const promise = (more: object) =>
      member.key.post(`${path}/commitments`, {
        promisorMemberId: member.memberId,
        title: 'Un tutor',
        resource: { kind: 'staff_time', quantity: 10, unit: 'hours' },
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
        ...more,
      });
    for (const id of [NOWHERE, foreign])
      expect(faults(await promise({ objectiveId: id }))).toEqual([422, '/objectiveId unknown-objective']);
    const made = await promise({ objectiveId });
    expect(made).toMatchObject({ status: 201, body: { objectiveId } });
    await promise({});
    expect((await coordinator.get(`${path}/commitments?objectiveId=${objectiveId}`)).body.items).toEqual([
      made.body,
    ]);
    const removed = await coordinator.delete(`${path}/objectives/${objectiveId}`, { 'If-Match': '"1"' });
    expect(refusal(removed)).toEqual([409, '/problems/still-referred-to']);

    const at = `${path}/commitments/${made.body.id}`;
    const change = async (patch: object) => {
      const etag = (await coordinator.get(at)).headers.get('etag') ?? '';
      return member.key.patch(at, patch, { 'If-Match': etag });
    };
    await member.key.post(`${at}/transitions`, { to: 'proposed' });
    await coordinator.post(`${at}/transitions`, { to: 'agreed' });
    expect(refusal(await change({ title: 'Due tutor', objectiveId: null }))).toEqual([
      409,
      '/problems/terms-fixed',
    ]);
    expect((await change({ objectiveId: null })).body).not.toHaveProperty('objectiveId');
    expect(faults(await change({ objectiveId: foreign }))).toEqual([422, '/objectiveId unknown-objective']);
    expect((await change({ objectiveId })).body).toMatchObject({
      objectiveId,
      state: 'agreed',
      title: 'Un tutor',
    });
  });

  it('are looked through for gaps, with the problems', async () => {
    expect(await findings()).toEqual([]);
    await coordinator.post(`${path}/problems`, { code: 'altro', title: 'Altro' });
    expect(await findings()).toEqual([
      'no_core_problem',
      'orphan_problem altro',
      'problem_without_objective altro',
    ]);
    const etag = (await coordinator.get(`${path}/problem-tree`)).headers.get('etag') ?? '';
    await coordinator.put(`${path}/problem-tree`, TREE, { 'If-Match': etag });
    await coordinator.post(`${path}/problems`, { code: 'casa', title: 'Affitti', isCore: true });
    await derive({ problemIds: [await idOf('neet')] });
    await coordinator.post(`${path}/objectives`, { code: 'solo', title: 'Senza problema' });
    expect(await findings()).toEqual([
      'objective_not_worded O1',
      'objective_without_problem solo',
      'problem_without_objective scuola',
      'problem_without_objective poverta',
      'problem_without_objective casa',
      'second_core_problem casa',
    ]);
    expect(await findings('?kind=second_core_problem')).toEqual(['second_core_problem casa']);
    const first = (await coordinator.get(`${path}/agenda-findings?limit=4`)).body;
    expect(first.items).toHaveLength(4);
    expect((await coordinator.get(first._links.next)).body.items).toHaveLength(2);
  });
});
