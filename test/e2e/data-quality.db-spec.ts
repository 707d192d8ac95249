import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { startApi, type Client, type TestApi } from '../support/api.js';
import { testSettings } from '../support/database.js';
import { pactWithMembers, type PactWithMembers } from '../support/pact-with-members.js';

const ANNA = { scheme: 'comune', value: 'anna-4711' };
const BRUNO = { scheme: 'comune', value: 'bruno-4712' };
const PATIENCE_MS = 30_000;

interface Finding {
  readonly id: string;
  readonly rule: string;
  readonly state: string;
  readonly version: number;
  readonly records: readonly {
    readonly kind: string;
    readonly source: string;
    readonly externalId: string;
  }[];
  readonly settlement?: { readonly note: string };
}

describe('the quality of data', () => {
  let api: TestApi;
  let worker: INestApplicationContext;
  let pact: PactWithMembers;
  let sil: Client;
  let comune: Client;
  let path: string;

  beforeAll(async () => {
    api = await startApi();
    worker = await createWorker(testSettings(api.databaseUrl));
    pact = await pactWithMembers(api, 1);
    path = `${pact.path}/data-quality`;
    [sil, comune] = [await pact.keyOf('partner'), await pact.keyOf('partner')];
    await push(sil, 'sil', [
      of('participant', 'b1', ANNA, { sex: 'F', birthYear: 1990 }),
      pathway('w1', ANNA),
      pathway('w2', BRUNO, { accessPoint: 'pua' }),
      pathway('w3', BRUNO, { measureCode: 'm2', phase: 'nowhere', exitReason: 'won' }),
      pathway('w4', BRUNO, { phase: 'nowhere' }),
    ]);
    await push(comune, 'comune', [pathway('c1', ANNA), job('e1', { startedOn: '1985-01-01' })]);
    await settled(2);
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  const of = (kind: string, externalId: string, participant: object, fields: object) => ({
    kind,
    externalId,
    participant,
    ...fields,
  });
  const pathway = (externalId: string, participant: object, more: object = {}) =>
    of('pathway', externalId, participant, { startedOn: '2025-02-01', measureCode: 'm1', ...more });
  const job = (externalId: string, more: object) =>
    of('employment', externalId, ANNA, { startedOn: '2025-05-01', contract: 'A.01.00', ...more });
  const push = (by: Client, source: string, records: object[]) =>
    by.post(`${pact.path}/outcome-batches`, { source, records });
  const findings = async (by = pact.coordinator, query = ''): Promise<Finding[]> =>
    (await by.get(`${path}/findings?${query}`)).body.items;
  const names = (found: Finding[]) =>
    found.map(({ rule, records }) => [rule, ...records.map(({ externalId }) => externalId)].join(' ')).sort();

  /** Waits until so many findings are to be done, as a worker sees to it after a push. */
  async function settled(open: number): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(100)) {
      if ((await findings(pact.coordinator, 'state=open')).length === open) return;
    }
    throw new Error(`never ${open} open: ${JSON.stringify(await findings())}`);
  }

  it('is told in counts, source by source', async () => {
    const { status, body } = await pact.coordinator.get(path);
    expect(status).toBe(200);
    expect(body.days).toBe(90);
    const [municipal, regional] = body.sources;
    expect(municipal).toMatchObject({ source: 'comune', pushed: { batches: 1, rows: 2, rejected: 0 } });
    expect(regional).toMatchObject({
      source: 'sil',
      lastPushAt: expect.any(String),
      countedAt: expect.any(String),
      pushed: {
        batches: 1,
        rows: 5,
        rejected: 2,
        rejectedShare: 0.4,
        // Two faults of one code in one row are one row.
        rejections: [{ code: 'unknown-value', rows: 2, share: 0.4 }],
      },
      overlaps: [{ kind: 'pathway', source: 'comune', records: 1, participants: 1 }],
      findings: [
        { rule: 'employment-before-birth', open: 1 },
        { rule: 'two-open-pathways', open: 1 },
      ],
    });
    expect(regional.records).toContainEqual({ kind: 'pathway', present: 2, withdrawn: 0 });
    expect(regional.completeness).toEqual(
      expect.arrayContaining([
        { kind: 'participant', field: 'sex', given: 1, total: 2, share: 0.5 },
        { kind: 'participant', field: 'education', given: 0, total: 2, share: 0 },
        { kind: 'pathway', field: 'accessPoint', given: 1, total: 2, share: 0.5 },
        { kind: 'pathway', field: 'measureCode', given: 2, total: 2, share: 1 },
      ]),
    );
  });

  it('names records, never people', async () => {
    const found = await findings();
    expect(names(found)).toEqual(['employment-before-birth e1 b1', 'two-open-pathways w1 c1']);
    expect(JSON.stringify(found)).not.toMatch(/participantId|anna/);
    expect(names(await findings(pact.coordinator, 'rule=two-open-pathways'))).toHaveLength(1);
    expect(await findings(pact.coordinator, 'source=nobody')).toEqual([]);
    const rules = (await pact.coordinator.get('/v1/data-quality-rules')).body.items;
    expect(rules).toContainEqual(
      expect.objectContaining({
        code: 'two-open-pathways',
        title: expect.objectContaining({ it: expect.any(String) }),
      }),
    );
  });

  it('is shown to a partner as far as it is about its own source', async () => {
    expect(names(await findings(comune))).toEqual(['employment-before-birth e1', 'two-open-pathways c1']);
    const { body } = await comune.get(path);
    expect(body.sources).toMatchObject([{ source: 'comune', overlaps: [{ kind: 'pathway', records: 1 }] }]);
    expect(JSON.stringify([body, await findings(comune)])).not.toContain('sil');
    const stranger = await pact.keyOf('partner');
    expect([(await stranger.get(path)).body.sources, await findings(stranger)]).toEqual([[], []]);
    const [finding] = await findings();
    const settle = { state: 'resolved', note: 'Va bene.' };
    const found = `${path}/findings/${finding!.id}`;
    expect((await stranger.get(found)).status).toBe(404);
    expect((await stranger.patch(found, settle, { 'If-Match': '"1"' })).status).toBe(404);
  });

  it('is not for callers who only read figures', async () => {
    for (const kind of ['dashboard', 'observer', 'member']) {
      const caller = kind === 'member' ? pact.members[0]!.key : await pact.keyOf(kind);
      expect([(await caller.get(path)).status, (await caller.get(`${path}/findings`)).status]).toEqual([
        403, 403,
      ]);
    }
    const auditor = await pact.keyOf('auditor');
    expect([(await auditor.get(path)).status, (await auditor.get(`${path}/findings`)).status]).toEqual([
      200, 403,
    ]);
  });

  it('is worked off: settled with a note, and corrected by the records alone', async () => {
    const [finding] = await findings(sil, 'rule=two-open-pathways');
    const found = `${path}/findings/${finding!.id}`;
    const settle = (state: string, version: number) =>
      sil.patch(found, { state, note: 'Chiesto al comune.' }, { 'If-Match': `"${version}"` });
    expect((await settle('corrected', 1)).status).toBe(422);
    expect((await sil.patch(found, { state: 'acknowledged' }, { 'If-Match': '"1"' })).status).toBe(422);
    const said = await settle('acknowledged', 1);
    expect([said.status, said.headers.get('etag')]).toEqual([200, '"2"']);
    expect(said.body).toMatchObject({ state: 'acknowledged', settlement: { note: 'Chiesto al comune.' } });
    expect((await settle('resolved', 1)).status).toBe(412);
    await push(comune, 'comune', [{ ...pathway('c1', ANNA), endedOn: '2025-12-31' }]);
    await untilStateIs(found, 'corrected');
    const over = await settle('resolved', 3);
    expect([over.status, over.body.type]).toEqual([409, '/problems/finding-corrected']);
    await push(comune, 'comune', [pathway('c1', ANNA)]);
    await untilStateIs(found, 'open');
    expect((await sil.get(found)).body.settlement).toMatchObject({ state: 'acknowledged' });
  });

  async function untilStateIs(found: string, state: string): Promise<void> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await wait(100)) {
      if ((await sil.get(found)).body.state === state) return;
    }
    throw new Error(`never ${state}`);
  }

  it('is exported and erased with the person', async () => {
    const wish = { name: 'DPO', kind: 'coordinator', pacts: [pact.pactId], scopes: ['data-subject:serve'] };
    const officer = api.client((await api.admin.post('/v1/api-keys', wish)).body.key);
    const about = { identifier: ANNA, purpose: 'data_subject_request' };
    const [held] = (await officer.post('/v1/participant-exports', about)).body.pacts;
    expect(held.qualityFindings).toHaveLength(2);
    expect(held.qualitySettlements).toMatchObject([{ note: 'Chiesto al comune.' }]);
    expect((await officer.post('/v1/participant-erasures', about)).status).toBe(200);
    expect(await findings()).toEqual([]);
  });
});
