import { startApi, type Client, type TestApi } from '../../../../test/support/api.js';
import { pactWithMembers, type PactWithMembers } from '../../../../test/support/pact-with-members.js';
import { planIn, type Plan } from '../../../../test/support/plans.js';

const NOWHERE = '0199aaaa-0000-7000-8000-000000000001';

let api: TestApi;
let pact: PactWithMembers;
let plan: Plan;
let coordinator: Client;

beforeAll(async () => {
  api = await startApi();
  pact = await pactWithMembers(api, 2);
  coordinator = pact.coordinator;
  plan = await planIn(pact);
}, 60_000);
afterAll(() => api.close());

const lineOf = async (amountCents: number) => plan.line((await plan.running()).id, amountCents);
const told = ({ status, body }: { status: number; body: { type?: string } }) => [status, body.type];
const shown = async (path: string) => (await coordinator.get(path)).body;

describe('what is paid from a funding line', () => {
  it('is told by the line and by its measure', async () => {
    const measure = await plan.running();
    const line = await plan.line(measure.id, 10_000);
    const { status, body } = await plan.spend(line.id, 2_500, { note: 'Prima rata.' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ measureId: measure.id, kind: 'expenditure', amountCents: 2_500 });
    expect((await coordinator.get(`${pact.path}/expenditures/${body.id}`)).body).toEqual(body);
    expect(await shown(line.path)).toMatchObject({ spentCents: 2_500, overrunCents: 0, version: 2 });
    expect(await shown(measure.path)).toMatchObject({ fundedCents: 10_000, spentCents: 2_500 });
  });

  it('is never before the line begins, nor in days to come', async () => {
    const { id } = await lineOf(10_000);
    const early = await plan.spend(id, 1, { spentOn: '2024-12-31' });
    expect(told(early)).toEqual([409, '/problems/expenditure-before-line']);
    expect(early.body.detail).toBe('The line begins on 2025-01-01.');
    const late = await plan.spend(id, 1, { spentOn: '2099-01-01' });
    expect(late.body.errors).toEqual([expect.objectContaining({ pointer: '/spentOn', code: 'in-future' })]);
  });

  it('is never above the line, unless an overrun was entered', async () => {
    const line = await lineOf(1_000);
    await plan.spend(line.id, 900);
    const above = await plan.spend(line.id, 101);
    expect(told(above)).toEqual([409, '/problems/expenditure-above-line']);
    expect(above.body.detail).toBe('100 cents are left on the line.');
    await plan.spend(line.id, 50, { kind: 'overrun', note: 'Deliberata.' });
    expect((await plan.spend(line.id, 150)).status).toBe(201);
    expect(told(await plan.spend(line.id, 1))).toEqual([409, '/problems/expenditure-above-line']);
    expect(await shown(line.path)).toMatchObject({ spentCents: 1_050, overrunCents: 50 });
  });

  it('is corrected by counter-entries, and nothing is taken back twice', async () => {
    const line = await lineOf(1_000);
    const { id } = (await plan.spend(line.id, 600)).body;
    const back = (amountCents: number) =>
      plan.spend(line.id, amountCents, { correctsExpenditureId: id, spentOn: '2025-07-01' });
    expect((await back(-400)).status).toBe(201);
    expect((await back(-201)).body.errors).toEqual([expect.objectContaining({ code: 'below-zero' })]);
    expect((await back(-200)).status).toBe(201);
    expect(await shown(line.path)).toMatchObject({ spentCents: 0 });
    expect(
      (await coordinator.get(`${pact.path}/expenditures?fundingLineId=${line.id}`)).body.items,
    ).toHaveLength(3);
  });

  it.each([
    [{ fundingLineId: NOWHERE }, '/fundingLineId', 'unknown-funding-line'],
    [{ correctsExpenditureId: NOWHERE, amountCents: -1 }, '/correctsExpenditureId', 'unknown-entry'],
    [{ amountCents: -1 }, '/amountCents', 'sign'],
    [{ amountCents: 0 }, '/amountCents', 'sign'],
    [{ amountCents: 1.5 }, '/amountCents', 'wrong-type'],
    [{ decisionId: NOWHERE }, '/decisionId', 'unknown-decision'],
    [{ kind: 'gift' }, '/kind', 'unknown-value'],
  ])('with %p is refused', async (more, pointer, code) => {
    const { id } = await lineOf(1_000);
    const { status, body } = await plan.spend(id, 1, more);
    expect([status, body.errors]).toEqual([422, [expect.objectContaining({ pointer, code })]]);
  });

  it('is not of another pact', async () => {
    const theirs = await planIn(await pactWithMembers(api, 1));
    const { id } = await theirs.line((await theirs.measure()).id, 1_000);
    const { body } = await plan.spend(id, 1);
    expect(body.errors).toEqual([expect.objectContaining({ code: 'unknown-funding-line' })]);
    const measureId = (await theirs.measure()).id;
    const wish = { measureId, programmeId: plan.programmeId, amountCents: 1, startsOn: '2025-01-01' };
    const line = await coordinator.post(`${pact.path}/funding-lines`, wish);
    expect(line.body.errors).toEqual([
      expect.objectContaining({ pointer: '/measureId', code: 'unknown-measure' }),
    ]);
  });

  it('is recorded by the actor that answers for the measure, and by no other member', async () => {
    const { id } = await lineOf(1_000);
    const [responsible, another] = pact.members;
    const entry = { fundingLineId: id, amountCents: 1, spentOn: '2025-06-01' };
    const by = (key: Client) => key.post(`${pact.path}/expenditures`, entry);
    expect((await by(responsible!.key)).status).toBe(201);
    expect(told(await by(another!.key))).toEqual([403, '/problems/not-the-responsible']);
  });

  it('has its limit lifted by the secretariat, not by the actor that pays', async () => {
    const line = await lineOf(1_000);
    const { key } = pact.members[0]!;
    const lift = (amountCents: number, more: object = {}) =>
      key.post(`${pact.path}/expenditures`, {
        fundingLineId: line.id,
        kind: 'overrun',
        amountCents,
        spentOn: '2025-06-01',
        ...more,
      });
    expect(told(await lift(50))).toEqual([403, '/problems/overrun-by-the-secretariat']);
    const { id } = (await plan.spend(line.id, 50, { kind: 'overrun' })).body;
    const takenBack = await lift(-50, { correctsExpenditureId: id });
    expect(told(takenBack)).toEqual([403, '/problems/overrun-by-the-secretariat']);
    expect(await shown(line.path)).toMatchObject({ spentCents: 0, overrunCents: 50 });
  });
});

describe('the ledger of a pact', () => {
  it('is read by members and auditors, while a dashboard reads what it adds up to', async () => {
    const line = await lineOf(1_000);
    const { id } = (await plan.spend(line.id, 10, { note: 'Fattura.' })).body;
    const statuses = async (key: Client) => {
      const ledger = `${pact.path}/expenditures`;
      const answers = await Promise.all([ledger, `${ledger}/${id}`, line.path].map((at) => key.get(at)));
      return answers.map(({ status }) => status);
    };
    for (const key of [pact.members[1]!.key, await pact.keyOf('auditor')])
      expect(await statuses(key)).toEqual([200, 200, 200]);
    expect(await statuses(await pact.keyOf('dashboard'))).toEqual([403, 403, 200]);
  });
});

describe('many who pay from one line at the same time', () => {
  it('are let through while it holds, and the ledger adds up to what the line says', async () => {
    const measure = await plan.running();
    const line = await plan.line(measure.id, 1_000);
    const answers = await Promise.all(Array.from({ length: 24 }, () => plan.spend(line.id, 90)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(11);
    expect(statuses.filter((status) => status === 409)).toHaveLength(13);
    const { items } = (await coordinator.get(`${pact.path}/expenditures?measureId=${measure.id}`)).body;
    const paid = items.reduce((sum: number, each: { amountCents: number }) => sum + each.amountCents, 0);
    expect([paid, (await shown(line.path)).spentCents]).toEqual([990, 990]);
  });

  it('take the same payment back once', async () => {
    const line = await lineOf(1_000);
    const { id } = (await plan.spend(line.id, 500)).body;
    await plan.spend(line.id, 400);
    const correction = { correctsExpenditureId: id };
    const answers = await Promise.all(Array.from({ length: 8 }, () => plan.spend(line.id, -500, correction)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await shown(line.path)).toMatchObject({ spentCents: 400 });
  });
});
