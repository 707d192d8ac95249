import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';
import { planIn, type Plan } from '../../../../test/support/plans.js';

let api: TestApi;
let pact: PactWithMembers;
let plan: Plan;
let coordinator: Client;
let grids: string;
let workPlan: string;

const entries = (...codes: string[]) => codes.map((code) => ({ code, title: { it: code } }));
const AREAS = [
  'work',
  'hours',
  'enterprise',
  'welfare',
  'environment',
  'city',
  'research',
  'private',
  'marketing',
  'hinge',
];

/** A territorial work plan: ten areas, three dimensions, three ways of going about it. */
const WORK_PLAN = {
  code: 'work-plan',
  title: { it: 'Piano di lavoro', en: 'Work plan' },
  dimensions: [
    { code: 'area', title: { it: 'Area' }, entries: entries(...AREAS) },
    { code: 'sector', title: { it: 'Dimensione' }, entries: entries('firms', 'third_sector', 'services') },
    { code: 'way', title: { it: 'Modalità' }, entries: entries('innovation', 'improvement', 'pilot') },
  ],
};

beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 1);
  coordinator = pact.coordinator;
  plan = await planIn(pact);
  grids = `${pact.path}/grids`;
  workPlan = `${grids}/${(await coordinator.post(grids, WORK_PLAN)).body.id}`;
}, 60_000);
afterAll(() => api.close());

const at = (cell: string, grid = 'work-plan') => ({ grid, cell });

describe('a classification grid', () => {
  it('of ten by three by three has ninety cells', async () => {
    const { body } = await coordinator.get(workPlan);
    expect(body).toMatchObject({ ...WORK_PLAN, cellCount: 90, version: 1 });
    const { items, nextCursor } = (await coordinator.get(`${workPlan}/cells?limit=40`)).body;
    expect([items[0], items[39]]).toEqual([
      { cell: 'work/firms/innovation', measures: [] },
      { cell: 'environment/third_sector/innovation', measures: [] },
    ]);
    expect(nextCursor).toBeDefined();
  });

  it('shows what sits in its cells, and which are empty', async () => {
    const cells = [at('work/firms/pilot'), at('city/services/improvement')];
    const { id } = await plan.measure({ code: 'in-grid', cells });
    const covered = await coordinator.get(`${workPlan}/cells?isCovered=true`);
    expect(covered.body.items).toEqual([
      { cell: 'work/firms/pilot', measures: [{ id, code: 'in-grid' }] },
      { cell: 'city/services/improvement', measures: [{ id, code: 'in-grid' }] },
    ]);
    const empty = await coordinator.get(`${workPlan}/cells?isCovered=false&limit=100`);
    expect(empty.body.items).toHaveLength(88);
    const { body } = await coordinator.get(`${workPlan}/coverage`);
    expect(body).toMatchObject({ cells: 90, covered: 2, share: 0.022222 });
    expect(body.dimensions[0].entries[0]).toEqual({ code: 'work', cells: 9, covered: 1 });
    expect(body.dimensions[1].entries).toEqual([
      { code: 'firms', cells: 30, covered: 1 },
      { code: 'third_sector', cells: 30, covered: 0 },
      { code: 'services', cells: 30, covered: 1 },
    ]);
    expect(body.dimensions[2].code).toBe('way');
  });

  it('has a cell empty again when the measure moves, or is closed', async () => {
    const { path } = await plan.measure({ cells: [at('hinge/firms/pilot')] });
    const inCells = async (entry: number) =>
      (await coordinator.get(`${workPlan}/coverage`)).body.dimensions[0].entries[entry].covered as number;
    expect([await inCells(9), await inCells(8)]).toEqual([1, 0]);
    const moved = await coordinator.patch(
      path,
      { cells: [at('marketing/firms/pilot')] },
      { 'If-Match': '"1"' },
    );
    expect(moved.body.cells).toEqual([at('marketing/firms/pilot')]);
    expect([await inCells(9), await inCells(8)]).toEqual([0, 1]);
    await coordinator.post(`${path}/transitions`, { to: 'closed' });
    expect(await inCells(8)).toBe(0);
  });

  it('has no cell but its own', async () => {
    const cells = [at('work/firms/pilot'), at('work/firms'), at('work/firms/pilot', 'elsewhere')];
    const { status, body } = await coordinator.post(plan.measures, {
      code: 'lost',
      title: { it: 'Misura' },
      cells,
    });
    expect([status, body.type]).toEqual([422, '/problems/unknown-grid-cell']);
    expect(body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual(['/cells/1', '/cells/2']);
  });

  it('has any number of dimensions, and its code alone in the pact', async () => {
    const [area, sector] = WORK_PLAN.dimensions;
    for (const dimensions of [
      [area],
      [area, sector],
      [...WORK_PLAN.dimensions, { ...sector, code: 'more' }],
    ]) {
      const wish = { ...WORK_PLAN, code: `of-${dimensions.length}`, dimensions };
      expect((await coordinator.post(grids, wish)).status).toBe(201);
    }
    expect((await coordinator.post(grids, WORK_PLAN)).body.type).toBe('/problems/grid-code-taken');
    const twice = await coordinator.post(grids, { ...WORK_PLAN, code: 'twice', dimensions: [area, area] });
    expect(twice.body.errors).toEqual([
      expect.objectContaining({ pointer: '/dimensions/1/code', code: 'duplicate-item' }),
    ]);
  });

  it('changes its title, and nothing that would move its cells', async () => {
    const seen = { 'If-Match': '"1"' };
    const { body } = await coordinator.patch(workPlan, { title: { it: 'Piano' } }, seen);
    expect(body).toMatchObject({ title: { it: 'Piano', en: 'Work plan' }, version: 2 });
    expect((await coordinator.patch(workPlan, { title: { it: 'Altro' } }, seen)).status).toBe(412);
    expect((await coordinator.patch(workPlan, { dimensions: [] }, { 'If-Match': '"2"' })).status).toBe(422);
  });
});
