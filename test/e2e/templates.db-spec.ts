import { startApi, type TestApi } from '../support/api.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

type Json = ReturnType<typeof JSON.parse>;
type Told = readonly [part: string, code: string, outcome: string, reason?: string];

const NOTHING = { created: 0, changed: 0, left: 0 };

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const newPact = () => pactWithMembers(api, 1);
const apply = ({ path, coordinator }: PactWithMembers, wish: object) =>
  coordinator.post(`${path}/template-applications`, wish);
const exported = async ({ path, coordinator }: PactWithMembers): Promise<Json> =>
  (await coordinator.get(`${path}/template`)).body;
const countsOf = async (pact: PactWithMembers, wish: object) => (await apply(pact, wish)).body.counts;
/** What does not go without saying. */
const toldOf = (body: Json): Told[] =>
  body.items
    .filter(({ outcome }: Json) => outcome !== 'unchanged')
    .map(({ part, code, outcome, reason }: Json) => [part, code, outcome, ...(reason ? [reason] : [])]);
/** Of an exported pact, all but whose it is. */
const parts = (document: Json): Json => ({ ...document, code: undefined, name: undefined });

describe('the templates of the service', () => {
  it('are listed, and shown whole in both languages', async () => {
    const { body } = await api.admin.get('/v1/templates', { 'Accept-Language': 'en' });
    expect(body.items.map(({ code, label }: Json) => [code, label])).toEqual([
      ['inlav-pact', 'InLav pact'],
      ['integrated-local-plan', 'Integrated local plan'],
      ['regional-esf-catalogue', 'Regional catalogue of ESF interventions'],
      ['territorial-work-plan', 'Territorial work plan'],
    ]);
    expect(body.items[1].parts).toContainEqual({ part: 'measures', items: 37 });
    const plan = (await api.admin.get('/v1/templates/integrated-local-plan')).body;
    expect(plan.measures[0].name).toEqual({
      it: 'Protocolli d’intesa e tavoli di confronto e decisione',
      en: 'Memoranda of understanding and tables for exchange and decision',
    });
    expect((await api.admin.get('/v1/templates/none')).status).toBe(404);
  });

  it.each(['inlav-pact', 'integrated-local-plan', 'regional-esf-catalogue', 'territorial-work-plan'])(
    'can be applied, and %s changes nothing the second time',
    async (template) => {
      const pact = await newPact();
      const foreseen = await apply(pact, { template, dryRun: true });
      expect(foreseen.body.dryRun).toBe(true);
      expect(foreseen.body).not.toHaveProperty('id');
      expect((await exported(pact)).measures).toBeUndefined();

      const applied = await apply(pact, { template });
      expect(applied.body.counts).toEqual(foreseen.body.counts);
      expect(applied.body.items).toEqual(foreseen.body.items);
      expect(new Set(applied.body.items.map(({ outcome }: Json) => outcome))).not.toContain('left');

      const again = await apply(pact, { template });
      expect(again.body.counts).toEqual({ ...NOTHING, unchanged: applied.body.items.length });
      expect(again.body).not.toHaveProperty('id');
      const past = await pact.coordinator.get(`${pact.path}/template-applications`);
      expect(past.body.items).toEqual([
        expect.objectContaining({ id: applied.body.id, template, counts: applied.body.counts }),
      ]);
    },
  );

  it('can all be applied to one pact, where they share a code only if they say the same', async () => {
    const pact = await newPact();
    for (const { code } of (await api.admin.get('/v1/templates')).body.items) {
      const { status, body } = await apply(pact, { template: code });
      expect([status, code, toldOf(body).filter(([, , outcome]) => outcome === 'left')]).toEqual([
        200,
        code,
        [],
      ]);
    }
    expect((await exported(pact)).measures).toHaveLength(6 + 37 + 33 + 39);
  });

  it('say to a pact in English what it keeps in one language', async () => {
    const pact = await newPact();
    await apply(pact, { template: 'inlav-pact', language: 'en' });
    const { body } = await pact.coordinator.get(`${pact.path}/problems?limit=1`);
    expect(body.items[0].title).toBe('Fragmented resources and responsibilities');
    const pillars = await pact.coordinator.get(`${pact.path}/pillars?limit=1`);
    expect(pillars.body.items[0].title).toEqual({ it: 'Visione condivisa', en: 'Shared vision' });
  });
});

describe('what a template leaves', () => {
  it('is what the pact says otherwise or has taken away, until it says the same', async () => {
    const pact = await newPact();
    await apply(pact, { template: 'inlav-pact' });
    const at = async (kind: string, code: string): Promise<Json> =>
      (await pact.coordinator.get(`${pact.path}/${kind}?limit=100`)).body.items.find(
        (one: Json) => one.code === code,
      );
    const problem = await at('problems', 'marginality');
    const path = `${pact.path}/problems/${problem.id}`;
    await pact.coordinator.patch(path, { title: 'Nostro' }, { 'If-Match': '"1"' });
    const measure = await at('measures', 'align-stakeholders');
    await pact.coordinator.patch(
      `${pact.path}/measures/${measure.id}`,
      { budgetCents: 100_000, startsOn: '2026-01-01' },
      { 'If-Match': `"${measure.version}"` },
    );
    const prompts = (await pact.coordinator.get(`${pact.path}/prompts`)).body.items;
    await pact.coordinator.delete(`${pact.path}/prompts/${prompts[0].id}`, { 'If-Match': '"1"' });

    const again = await apply(pact, { template: 'inlav-pact' });
    expect(toldOf(again.body)).toEqual([
      ['problems', 'marginality', 'left', 'edited'],
      ['prompts', prompts[0].code, 'left', 'removed'],
    ]);
    expect((await pact.coordinator.get(path)).body.title).toBe('Nostro');
    expect((await at('measures', 'align-stakeholders')).budgetCents).toBe(100_000);
    await pact.coordinator.patch(path, { title: problem.title }, { 'If-Match': '"2"' });
    expect(toldOf((await apply(pact, { template: 'inlav-pact' })).body)).toHaveLength(1);
  });

  it('is not what nobody has touched: a newer version changes that', async () => {
    const pact = await newPact();
    const first = {
      code: 'own',
      version: 1,
      name: { it: 'Nostro' },
      pillars: [{ code: 'p', name: { it: 'Pilastro' } }],
      measures: [{ code: 'm', name: { it: 'Misura' }, pillar: 'p', targetGroups: ['women', 'neet'] }],
    };
    await apply(pact, { document: first });
    const [measure] = first.measures;
    const second = {
      ...first,
      version: 2,
      pillars: [{ code: 'p', name: { it: 'Pilastro', en: 'Pillar' } }],
      measures: [
        { ...measure, targetGroups: ['neet', 'women'], instrument: 'voucher' },
        { code: 'n', name: { en: 'New' } },
      ],
    };
    const { body } = await apply(pact, { document: second });
    expect(body.items.map(({ code, outcome, fields }: Json) => [code, outcome, fields])).toEqual([
      ['p', 'changed', ['titleEn']],
      ['m', 'changed', ['instrument']],
      ['n', 'created', undefined],
    ]);
    expect(parts(await exported(pact))).toEqual({
      version: 1,
      pillars: second.pillars,
      measures: [{ ...second.measures[0] }, { code: 'n', name: { it: 'New', en: 'New' } }],
    });
  });

  it('is what has no place: a circle, a problem that is answered, what refers to something that is gone', async () => {
    const pact = await newPact();
    const { path, coordinator } = pact;
    const make = async (kind: string, wish: object) =>
      (await coordinator.post(`${path}/${kind}`, wish)).body.id;
    const a = await make('problems', { code: 'a', title: 'A' });
    const b = await make('problems', { code: 'b', title: 'B' });
    await make('problem-links', { causeId: a, effectId: b });
    await make('objectives', { code: 'mine', title: 'Mine', problemId: a });
    const name = { it: 'B' };
    const document = {
      code: 'own',
      version: 1,
      name,
      problems: [
        { code: 'a', name: { it: 'A' } },
        { code: 'b', name },
      ],
      problemLinks: [{ cause: 'b', effect: 'a' }],
      objectives: [{ code: 'theirs', name, problem: 'a' }],
      objectiveLinks: [],
      pillars: [{ code: 'p', name }],
      measures: [{ code: 'm', name, objectives: ['theirs'] }],
    };
    expect(toldOf((await apply(pact, { document })).body)).toEqual([
      ['problemLinks', '["b","a"]', 'left', 'circle'],
      ['objectives', 'theirs', 'left', 'taken'],
      ['pillars', 'p', 'created'],
      ['measures', 'm', 'left', 'missing_reference'],
    ]);
  });
});

describe('a pact as a template', () => {
  it('is what another pact becomes by it', async () => {
    const [one, other] = [await newPact(), await newPact()];
    for (const template of ['territorial-work-plan', 'regional-esf-catalogue'])
      await apply(one, { template });
    const { path, coordinator } = one;
    const grids = (await coordinator.get(`${path}/grids`)).body.items;
    const { body: measures } = await coordinator.get(`${path}/measures?limit=1`);
    await coordinator.patch(
      `${path}/measures/${measures.items[0].id}`,
      {
        cells: [{ grid: grids[0].code, cell: 'existing-work/third-sector/pilot' }],
        indicators: ['pathways_started'],
        budgetCents: 12_345,
        startsOn: '2026-01-01',
      },
      { 'If-Match': '"1"' },
    );
    const opened = { kind: 'assembly', level: 'municipal', name: 'Assemblea', openedOn: '2026-01-01' };
    await coordinator.post(`${path}/bodies`, opened);

    const document = await exported(one);
    expect(JSON.stringify(document)).not.toMatch(/12345|2026-01-01|Actor 0/);
    const { status, body } = await apply(other, { document });
    expect([status, body.counts]).toEqual([200, expect.objectContaining({ left: 0, changed: 0 })]);
    expect(parts(await exported(other))).toEqual(parts(document));
    expect(await countsOf(other, { document })).toMatchObject(NOTHING);
    expect(await countsOf(one, { document })).toMatchObject(NOTHING);
  });

  it('of a pact that has nothing is empty, and still a template', async () => {
    const pact = await newPact();
    const document = await exported(pact);
    expect(Object.keys(document)).toEqual(['code', 'version', 'name']);
    expect(await countsOf(pact, { document })).toEqual({ ...NOTHING, unchanged: 0 });
  });
});

describe('bodies of a template', () => {
  it('have a mandate from the day on, which its history tells', async () => {
    const pact = await newPact();
    await apply(pact, { template: 'territorial-work-plan' });
    const { path, coordinator } = pact;
    const bodies = (await coordinator.get(`${path}/bodies`)).body.items;
    expect(bodies.map(({ name }: Json) => name)).toContain('Task force operativa');
    const unit = bodies.find(({ kind }: Json) => kind === 'technical_unit');
    expect(bodies.find(({ kind }: Json) => kind === 'task_force').parentBodyId).toBe(unit.id);
    const [mandate] = (await coordinator.get(`${path}/mandates?bodyId=${unit.id}`)).body.items;
    expect(mandate).toMatchObject({ bodyId: unit.id, startsOn: unit.openedOn, quorum: 'more_than_half' });
    expect(mandate.powers).toHaveLength(5);
    const history = await coordinator.get(`${path}/mandates/${mandate.id}/versions`);
    expect(history.body.items).toEqual([expect.objectContaining({ version: 1 })]);
  });
});

describe('prompts', () => {
  it('tell how far the pact has answered', async () => {
    const pact = await newPact();
    await apply(pact, { template: 'integrated-local-plan' });
    const { path, coordinator } = pact;
    await coordinator.post(`${path}/swot`, {
      kind: 'strength',
      text: 'Cooperazione',
      observedOn: '2026-01-01',
    });
    const at = async (about: string) =>
      (await coordinator.get(`${path}/prompts?about=${about}`)).body.items.map(
        ({ kind, answers, openMeasures }: Json) => [kind, answers ?? openMeasures],
      );
    expect(await at('decision')).toEqual([
      ['duration', 37],
      ['resources', 37],
      ['sources', 37],
      ['departments', 37],
    ]);
    expect(await at('swot')).toEqual([
      ['strength', 1],
      ['weakness', 0],
      ['opportunity', 0],
      ['threat', 0],
    ]);
  });
});

describe('an application', () => {
  it.each<[string, object, string]>([
    ['of nothing', {}, '/template one-template'],
    [
      'of a code and a document',
      { template: 'inlav-pact', document: { code: 'x', version: 1, name: { it: 'x' } } },
      '/template one-template',
    ],
    ['of a code that is none', { template: 'none' }, '/template unknown-value'],
    [
      'of a document that refers to nothing',
      {
        document: {
          code: 'x',
          version: 1,
          name: { it: 'x' },
          measures: [{ code: 'm', name: { it: 'm' }, pillar: 'p' }],
        },
      },
      '/document/measures/0/pillar unknown-code',
    ],
    [
      'of a document with an indicator that is none',
      {
        document: {
          code: 'x',
          version: 1,
          name: { it: 'x' },
          measures: [{ code: 'm', name: { it: 'm' }, indicators: ['none'] }],
        },
      },
      '/document/measures/0/indicators/0 unknown-value',
    ],
    [
      'of a document that says more',
      { document: { code: 'x', version: 1, name: { it: 'x' }, secret: 1 } },
      '/document/secret unknown-field',
    ],
  ])('%s is refused', async (_, wish, fault) => {
    const { status, body } = await apply(await newPact(), wish);
    expect([status, body.errors.map(({ pointer, code }: Json) => `${pointer} ${code}`)]).toEqual([
      422,
      [fault],
    ]);
  });

  it('happens once, however many ask for it at a time', async () => {
    const pact = await newPact();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => apply(pact, { template: 'inlav-pact' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.filter(({ body }) => body.counts.created > 0)).toHaveLength(1);
    expect((await pact.coordinator.get(`${pact.path}/problems?limit=100`)).body.items).toHaveLength(4);
  });

  it('is told by the audit trail', async () => {
    const pact = await newPact();
    const { body } = await apply(pact, { template: 'inlav-pact' });
    const trail = await pact.coordinator.get(`/v1/audit?pactId=${pact.pactId}&entity=template_application`);
    expect(trail.body.items).toEqual([
      expect.objectContaining({
        entityId: body.id,
        action: 'insert',
        after: expect.objectContaining({ template: 'inlav-pact', counts: body.counts }),
      }),
    ]);
  });

  it('is not to be had of a pact that is over', async () => {
    const pact = await newPact();
    for (const to of ['under_review', 'closed'])
      await pact.coordinator.post(`${pact.path}/transitions`, { to });
    for (const dryRun of [true, false]) {
      const { status, body } = await apply(pact, { template: 'inlav-pact', dryRun });
      expect([status, body.type]).toEqual([409, '/problems/pact-over']);
    }
  });
});

describe('the export of a pact', () => {
  it('is read by those who read bodies and mandates, not by a dashboard', async () => {
    const pact = await newPact();
    const ask = async (kind: string) => {
      const key = await pact.keyOf(kind, kind === 'member' ? pact.members[0]?.actorId : undefined);
      return [kind, (await key.get(`${pact.path}/template`)).status];
    };
    for (const kind of ['coordinator', 'member', 'observer', 'auditor'])
      expect(await ask(kind)).toEqual([kind, 200]);
    expect(await ask('dashboard')).toEqual(['dashboard', 403]);
  });

  it('is refused where a template cannot hold the pact, and tells what goes beyond', async () => {
    const pact = await newPact();
    const body = { kind: 'working_group', level: 'municipal', openedOn: '2025-01-01' };
    for (let place = 0; place <= 500; place += 1) {
      await pact.coordinator.post(`${pact.path}/bodies`, { ...body, name: `Gruppo ${place}` });
    }
    expect(await pact.coordinator.get(`${pact.path}/template`)).toMatchObject({
      status: 409,
      body: { type: '/problems/no-template', errors: [{ pointer: '/bodies', code: 'too-many' }] },
    });
  });
});
