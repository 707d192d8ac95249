import { startApi, type Client, type TestAnswer, type TestApi } from '../../../../test/support/api.js';
import { ComputedPacts } from '../../../../test/support/computed-pacts.js';
import { uuidv7 } from '#kernel';

let api: TestApi;
let pacts: ComputedPacts;
let pactId: string;
let reader: Client;
let caseWorker: Client;
let actorId: string;

const WHY = 'purpose=quality_check';

async function figure(query: string): Promise<Record<string, unknown> & { id: string }> {
  const { body } = await reader.get(`/v1/pacts/${pactId}/figures${query}`);
  return body.items[0];
}

const explained = (id: string, caller = reader): Promise<TestAnswer> =>
  caller.get(`/v1/pacts/${pactId}/figures/${id}/explanation`);
const rows = (id: string, more = '', caller = caseWorker): Promise<TestAnswer> =>
  caller.get(`/v1/pacts/${pactId}/figures/${id}/explanation/rows?${WHY}${more}`);

const keyOf = async (kind: string, more: object = {}): Promise<Client> =>
  api.client((await api.admin.post('/v1/api-keys', { name: kind, kind, pacts: [pactId], ...more })).body.key);

/** Women and men of the case worker's actor; the others are nobody's. */
async function people(startedOn: string, { ours, others }: { ours: number; others: number }): Promise<void> {
  const records = pacts.records(pactId);
  const ids = Array.from({ length: ours + others }, () => uuidv7());
  await records.push({
    source: 'sil',
    participants: ids.map((id, index) => ({
      externalId: `a${id}`,
      participantId: id,
      sex: index % 2 ? 'M' : 'F',
    })),
    pathways: ids.map((id, index) => ({
      externalId: `p${id}`,
      participantId: id,
      startedOn,
      confirmedOn: '2025-12-30',
      ...(index < ours && { leadActorId: actorId }),
    })),
    spells: ids.slice(0, 3).map((id) => ({
      externalId: `s${id}`,
      participantId: id,
      startedOn: '2025-03-01',
      plannedEndOn: '2025-09-01',
      confirmedOn: '2025-12-30',
    })),
  });
}

beforeAll(async () => {
  api = await startApi();
  pacts = await ComputedPacts.on(api);
  const actor = { name: 'Il Ponte', system: 'third_sector', kind: 'cooperative' };
  actorId = (await api.admin.post('/v1/actors', actor)).body.id;
  pactId = await pacts.add({ women: 0, men: 0 });
  await people('2025-01-15', { ours: 4, others: 4 });
  await people('2025-10-15', { ours: 3, others: 3 });
  await pacts.compute(pactId);
  reader = await keyOf('dashboard');
  caseWorker = await keyOf('case_worker', { actorId });
});
afterAll(async () => {
  await pacts.close();
  await api.close();
});

describe('the explanation of a figure', () => {
  it('tells rule, settings, inputs, sources and revisions', async () => {
    const { id } = await figure('?indicator=placement_rate_180');
    const { status, body } = await explained(id);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      figure: { id, indicator: 'placement_rate_180', value: 3 / 8, coverage: { reported: 1, expected: 1 } },
      definition: {
        code: 'placement_rate_180',
        version: 1,
        currentVersion: 1,
        rules: { it: expect.any(String), en: expect.any(String) },
        formula: expect.any(String),
        leftOut: expect.arrayContaining(['not-mature']),
      },
      period: { code: 'since-start', to: '2025-12-31' },
      settings: { disclosureThreshold: 3 },
      inputs: { counted: 8, leftOut: [{ reason: 'not-mature', rows: 6 }], leftOutWithheld: false },
      sources: [{ source: 'sil', cutoff: '2025-12-30' }],
    });
    expect(body.revisions[0]).toMatchObject({ id, asOf: '2025-12-31' });
    expect(body.figure).not.toHaveProperty('target');
  });

  it('tells no number beside a figure that is suppressed', async () => {
    await people('2025-05-15', { ours: 1, others: 0 });
    await pacts.compute(pactId);
    const { id, suppression } = await figure('?indicator=pathways_started&period=2025-05');
    expect(suppression).not.toBe('none');
    const { body } = await explained(id);
    expect(body.figure.value).toBeNull();
    expect(body.inputs).toEqual({ leftOutWithheld: true });
  });

  it('withholds how many were left out where they are few in another cell of the period', async () => {
    await people('2025-06-15', { ours: 0, others: 5 });
    await pacts.compute(pactId);
    const { id } = await figure('?indicator=placement_rate_365&period=2025-06');
    const { inputs } = (await explained(id)).body;
    expect(await pacts.keeping(pactId, 'leftOut')).toBeGreaterThan(0);
    expect(inputs).toEqual({ counted: 0, leftOutWithheld: true });
  });

  it('names earlier revisions, and explains them as they were', async () => {
    const { id } = await figure('?indicator=pathways_started');
    const { body } = await explained(id);
    expect(body.revisions.length).toBeGreaterThan(1);
    const [newest, ...earlier] = body.revisions as { id: string; revision: number }[];
    expect(newest?.id).toBe(id);
    const before = await explained(earlier[0]!.id);
    expect(before.body.figure).toMatchObject({ id: earlier[0]!.id, revision: earlier[0]!.revision });
    expect(before.body.revisions).toEqual(body.revisions);
  });

  it('is not there for figures of other pacts', async () => {
    const { id } = await figure('?indicator=pathways_started');
    const other = await pacts.add({ women: 3, men: 3 });
    expect((await api.admin.get(`/v1/pacts/${other}/figures/${id}/explanation`)).status).toBe(404);
    expect((await explained(uuidv7())).status).toBe(404);
  });
});

describe('the rows of a figure', () => {
  it('are the pathways that the caller answers for, counted or left out', async () => {
    const { id } = await figure('?indicator=placement_rate_180');
    const { status, body } = await rows(id);
    expect(status).toBe(200);
    const outcomes = (body.items as { outcome: string; fulfils?: boolean }[]).map(
      ({ outcome, fulfils }) => `${outcome} ${fulfils ?? ''}`,
    );
    expect(outcomes.sort()).toEqual([
      'counted false',
      'counted false',
      'counted true',
      'counted true',
      'counted true',
      'not-mature ',
      'not-mature ',
      'not-mature ',
    ]);
  });

  it('are those of the cell', async () => {
    const { body } = await reader.get(
      `/v1/pacts/${pactId}/figures?indicator=pathways_started&period=2025-Q1&by=sex`,
    );
    const women = (body.items as { id: string; breakdown: { sex?: string } }[]).find(
      ({ breakdown }) => breakdown.sex === 'F',
    );
    expect((await rows(women!.id)).body.items).toHaveLength(2);
  });

  it('come in pages, and each page notes whom it showed', async () => {
    const { id } = await figure('?indicator=participants_reached&period=2025');
    const all = (await rows(id)).body.items as { participantId: string; pathwayId?: string }[];
    expect(all).toHaveLength(8);
    expect(all[0]).not.toHaveProperty('pathwayId');
    const first = await rows(id, '&limit=4');
    const second = await caseWorker.get(first.body._links.next);
    expect([...first.body.items, ...second.body.items]).toEqual(all);
    const auditor = await keyOf('auditor');
    const noted = await auditor.get(
      `/v1/pacts/${pactId}/case-data-accesses?operation=figure_row_list&limit=1`,
    );
    expect(noted.body.items).toMatchObject([
      { purpose: 'quality_check', participants: all.slice(4).map(({ participantId }) => participantId) },
    ]);
  });

  it('are not for those who may not read case data', async () => {
    const { id } = await figure('?indicator=pathways_started');
    for (const caller of [reader, api.admin]) expect((await rows(id, '', caller)).status).toBe(403);
  });

  it('are not kept of an earlier revision, and there are none of organisations', async () => {
    const { id } = await figure('?indicator=pathways_started');
    const { revisions } = (await explained(id)).body;
    expect((await rows(revisions[1].id)).body).toMatchObject({
      status: 409,
      type: '/problems/figure-superseded',
    });
    const promises = await figure('?indicator=commitments_due');
    expect((await rows(promises.id)).body).toMatchObject({ type: '/problems/figure-without-persons' });
  });
});
