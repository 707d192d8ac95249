import { startApi, type TestApi } from '../../../../test/support/api.js';
import { decide, decidingBody } from '../../../../test/support/deciding-body.js';
import { pactWithMembers } from '../../../../test/support/pact-with-members.js';
import { planIn } from '../../../../test/support/plans.js';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(() => api.close());

describe('what a decision changes in the plan', () => {
  it('points back to it: a measure that moves, a line that may be overspent', async () => {
    const pact = await pactWithMembers(api, 2);
    const plan = await planIn(pact);
    const { bodyId } = await decidingBody(pact, pact.members);
    const decisionId = await decide(pact, bodyId, pact.members);
    const measure = await plan.measure();
    const moved = await pact.coordinator.post(`${measure.path}/transitions`, { to: 'approved', decisionId });
    expect(moved.body.state).toBe('approved');
    const { items } = (await pact.coordinator.get(`${measure.path}/transitions`)).body;
    expect(items).toEqual([expect.objectContaining({ to: 'approved', decisionId })]);
    const line = await plan.line(measure.id, 100);
    const overrun = (await plan.spend(line.id, 50, { kind: 'overrun', decisionId })).body;
    expect(overrun).toMatchObject({ kind: 'overrun', decisionId });
    const { body } = await pact.coordinator.get(`${pact.path}/decisions/${decisionId}/effects`);
    expect(body.items).toMatchObject([
      { kind: 'measure', id: measure.id, change: 'approved' },
      { kind: 'expenditure', id: overrun.id, change: 'overrun' },
    ]);
    const other = await pactWithMembers(api, 1);
    const theirs = await (await planIn(other)).measure();
    const foreign = await other.coordinator.post(`${theirs.path}/transitions`, {
      to: 'approved',
      decisionId,
    });
    expect(foreign.body.errors).toEqual([expect.objectContaining({ code: 'unknown-decision' })]);
  });
});
