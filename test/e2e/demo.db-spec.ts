import { setMaxListeners } from 'node:events';
import type { INestApplicationContext } from '@nestjs/common';
import { runDemo, type Loaded } from '../../apps/demo/src/demo.js';
import { Client } from '../../apps/demo/src/loader/client.js';
import { Progress } from '../../apps/demo/src/loader/progress.js';
import { renderTable } from '../../apps/demo/src/loader/table.js';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { startApi, type TestApi } from '../support/api.js';
import { ADMIN_KEY, testSettings } from '../support/database.js';
import { faultsOf, fundCounts } from '../support/fund-checks.js';

const options = { seed: 7, scale: 0.1, today: '2026-11-20' };
const MINUTES = 60_000;

describe('the demo', () => {
  let api: TestApi;
  let worker: INestApplicationContext;
  let first: Loaded;
  const said: string[] = [];

  const load = () => {
    // As the program does: each request leaves a listener until it is collected.
    const { signal } = new AbortController();
    setMaxListeners(0, signal);
    const admin = new Client(api.url, ADMIN_KEY, signal);
    return runDemo(admin, options, new Progress({ write: (text: string) => said.push(text) }));
  };
  const count = async (list: string): Promise<number> => {
    const admin = new Client(api.url, ADMIN_KEY, new AbortController().signal);
    return (await admin.list(list)).length;
  };
  const figures = (name: string) => first.rows.find((row) => row.name === name)!.figures;
  const value = (name: string, indicator: string) =>
    figures(name).find((each) => each.indicator === indicator && Object.keys(each.breakdown).length === 0)!
      .value;

  beforeAll(async () => {
    api = await startApi();
    worker = await createWorker(testSettings(api.databaseUrl));
    first = await load();
  }, 3 * MINUTES);
  afterAll(async () => {
    await worker?.close();
    await api?.close();
  });

  it('loads twelve pacts and a hundred and fifty actors', async () => {
    expect(await count('/v1/pacts')).toBe(12);
    expect(await count('/v1/actors')).toBe(150);
    expect(first.added).toBeGreaterThan(1500);
  });

  it('brings commitments into every state', async () => {
    const admin = api.client(ADMIN_KEY);
    const states = new Set<string>();
    for (const pactId of first.pactIds) {
      const { body } = await admin.get(`/v1/pacts/${pactId}/commitments?limit=100`);
      for (const { state } of body.items) states.add(state);
    }
    expect(states.size).toBe(9);
  });

  it('has each pact decide and consult over two years', async () => {
    const admin = api.client(ADMIN_KEY);
    for (const pactId of first.pactIds) {
      const path = `/v1/pacts/${pactId}`;
      const { body } = await admin.get(`${path}/meetings?state=minuted&limit=100`);
      expect(body.items).toHaveLength(8);
      expect((await admin.get(`${path}/decisions`)).body.items.length).toBeGreaterThan(3);
      expect((await admin.get(`${path}/consultations?state=closed`)).body.items).toHaveLength(4);
      const alerts = (await admin.get(`${path}/alerts?open=true&kind=consultations_due`)).body.items;
      expect(alerts).toEqual([]);
    }
  });

  it('gives each pact an agenda whose objectives lead down to what is done, promised and paid', async () => {
    const admin = api.client(ADMIN_KEY);
    for (const pactId of first.pactIds) {
      const path = `/v1/pacts/${pactId}`;
      const findings = (await admin.get(`${path}/agenda-findings?limit=100`)).body.items;
      expect(new Set(findings.map(({ kind }: { kind: string }) => kind))).toEqual(
        new Set(['objective_not_worded']),
      );
      const [core] = (await admin.get(`${path}/problems?role=core`)).body.items;
      const { body } = await admin.get(`${path}/objectives/${core.objectiveId}/line-of-sight`);
      expect(body.measures).toHaveLength(9);
      expect(body.commitments.length).toBeGreaterThan(0);
      const spent = body.measures.map((measure: { spentCents: number }) => measure.spentCents);
      expect(spent.filter((cents: number) => cents > 0).length).toBeGreaterThan(4);
      expect((await admin.get(`${path}/vouchers`)).body.items.length).toBeGreaterThan(0);
    }
  });

  it('has a decision stand behind measures, and behind what was paid above a line', async () => {
    const admin = new Client(api.url, ADMIN_KEY, new AbortController().signal);
    const kinds = new Set<string>();
    for (const pactId of first.pactIds) {
      const decisions = await admin.list<{ id: string }>(`/v1/pacts/${pactId}/decisions`);
      for (const { id } of decisions) {
        const effects = await admin.list<{ kind: string }>(`/v1/pacts/${pactId}/decisions/${id}/effects`);
        for (const { kind } of effects) kinds.add(kind);
      }
    }
    expect([...kinds].toSorted()).toEqual(['expenditure', 'measure']);
  });

  it('has one pact follow the integrated local plan in full', async () => {
    const admin = new Client(api.url, ADMIN_KEY, new AbortController().signal);
    const applied: string[] = [];
    for (const pactId of first.pactIds) {
      const path = `/v1/pacts/${pactId}/template-applications`;
      if ((await admin.list(path)).length > 0) applied.push(pactId);
    }
    expect(applied).toHaveLength(1);
    const wish = { template: 'integrated-local-plan', dryRun: true };
    const again = await admin.post<{ counts: object }>(`/v1/pacts/${applied[0]}/template-applications`, wish);
    expect(again.counts).toMatchObject({ created: 0, changed: 0, left: 0 });
    expect((await admin.list(`/v1/pacts/${applied[0]}/measures`)).length).toBe(9 + 37);
  });

  it('shows figures that make sense', () => {
    const started = first.rows.map((row) => value(row.name, 'pathways_started')!);
    expect(started.reduce((sum, each) => sum + each, 0)).toBe(600);
    const [at90, at180] = [value('Milano', 'job_retention_90')!, value('Milano', 'job_retention_180')!];
    expect(at90).toBeGreaterThan(0.6);
    expect(at90).toBeLessThan(0.95);
    expect(at180).toBeLessThan(at90);
    expect(value('Milano', 'systems_represented')).toBe(4);
    expect(value('Treviglio', 'systems_represented')).toBe(3);
  });

  it('keeps the checks of the European Social Fund in every pact, for all and by sex', async () => {
    let checked = 0;
    for (const pactId of first.pactIds) {
      for (const cell of ['', 'sex=F', 'sex=M', 'sex=X', 'sex=unknown']) {
        const counts = await fundCounts(api.databaseUrl, pactId, cell);
        if (counts.EECO01 === undefined) continue;
        checked += 1;
        expect([pactId, cell, faultsOf(counts)]).toEqual([pactId, cell, []]);
      }
    }
    expect(checked).toBeGreaterThan(24);
  });

  it('prints them as a table of one line a pact', () => {
    const lines = renderTable(first.rows);
    expect(lines).toHaveLength(15);
    expect(new Set(lines.slice(3).map((line) => line.length)).size).toBe(1);
  });

  it('says what it did in plain lines where there is no terminal', () => {
    expect(said.join('')).toMatch(/^ {2}Actors +150 .+\n {2}Pacts +12 /);
    expect(said.join('')).not.toContain('\r');
  });

  it('leaves only the dashboard key behind', async () => {
    const admin = new Client(api.url, ADMIN_KEY, new AbortController().signal);
    const keys = await admin.list<{ kind: string; revokedAt?: string }>('/v1/api-keys');
    expect(keys.filter((key) => !key.revokedAt).map((key) => key.kind)).toEqual(['dashboard']);
  });

  it(
    'adds nothing the second time',
    async () => {
      const second = await load();
      expect(second.added).toBe(0);
      expect(second.pactIds).toEqual(first.pactIds);
      expect(second.rows).toHaveLength(12);
    },
    3 * MINUTES,
  );
});
