import { startApi, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';
import { planIn, type Plan } from '../../../../test/support/plans.js';

let api: TestApi;
let pact: PactWithMembers;
let plan: Plan;

beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 1);
  plan = await planIn(pact);
}, 60_000);
afterAll(() => api.close());

interface Open {
  readonly code: string;
  readonly questions: string[];
  readonly unfundedCents?: number;
}

async function open(query = ''): Promise<Open[]> {
  return (await pact.coordinator.get(`${plan.measures}/open-questions${query}`)).body.items;
}

describe('the open questions of a plan', () => {
  it('are the days, the duration, the money, its sources and the department, until they are answered', async () => {
    const answered = { startsOn: '2026-01-01', endsOn: '2026-12-31', responsibleUnitId: plan.unitId };
    const { id, path } = await plan.measure({ code: 'asked' });
    const asked = async () => (await open()).find(({ code }) => code === 'asked');
    expect(await asked()).toMatchObject({
      code: 'asked',
      state: 'proposed',
      questions: ['dates', 'duration', 'budget', 'source', 'department'],
    });
    const answer = async (patch: object) => {
      const { version } = (await pact.coordinator.get(path)).body;
      await pact.coordinator.patch(path, patch, { 'If-Match': `"${version}"` });
    };
    await answer({ durationMonths: 6 });
    expect((await asked())?.questions).toEqual(['dates', 'budget', 'source', 'department']);
    await answer({ ...answered, durationMonths: null, budgetCents: 1_000 });
    expect(await asked()).toMatchObject({ questions: ['source', 'funding'], unfundedCents: 1_000 });
    await plan.line(id, 600);
    expect(await asked()).toMatchObject({ questions: ['funding'], unfundedCents: 400 });
    await plan.line(id, 400);
    expect(await asked()).toBeUndefined();
  });

  it('are found one by one', async () => {
    await plan.measure({ code: 'nobody', startsOn: '2026-01-01', endsOn: '2026-01-31' });
    await plan.measure({ code: 'somebody', responsibleUnitId: plan.unitId });
    const codes = async (question: string) => (await open(`?question=${question}`)).map(({ code }) => code);
    expect(await codes('dates')).toEqual(['somebody']);
    expect(await codes('department')).toEqual(['nobody']);
    expect(await codes('source')).toEqual(['nobody', 'somebody']);
    expect(await codes('funding')).toEqual([]);
  });

  it('are not asked of what is over', async () => {
    const { path } = await plan.measure({ code: 'given-up' });
    await pact.coordinator.post(`${path}/transitions`, { to: 'closed' });
    expect((await open()).map(({ code }) => code)).not.toContain('given-up');
  });
});
