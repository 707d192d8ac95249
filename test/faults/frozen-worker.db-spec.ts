import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../support/api.js';
import { SeparatePrograms } from '../support/separate-programs.js';
import { push, PushingPartner, type Batch } from './pushing.js';
import { brokenPromises } from './stored-batches.js';

const SEED = 7;
const BATCHES = 6;
const SIZES = [[6_500, 1]] as const;
/** Longer than a job is held for a worker that says nothing. */
const FROZEN_MS = 25_000;
const PATIENCE_MS = 240_000;

describe('a worker that does not move for a while', () => {
  const programs = new SeparatePrograms();
  let path: string;
  let key: string;

  beforeAll(async () => {
    await programs.start();
    const admin = new Client(programs.url, programs.adminKey);
    const pact = await admin.post('/v1/pacts', {
      title: 'Patto',
      commonAgenda: 'Lavoro',
      territory: ['015146'],
      startsOn: '2024-01-01',
      ratificationRule: { kind: 'all_signatories' },
    });
    path = `/v1/pacts/${pact.body.id}/outcome-batches`;
    const partner = { name: 'SIL', kind: 'partner', pacts: [pact.body.id] };
    key = (await admin.post('/v1/api-keys', partner)).body.key as string;
  }, PATIENCE_MS);
  afterAll(() => programs.stop(), PATIENCE_MS);

  const count = (condition: string): Promise<number> =>
    programs.home.onDatabase(async (database) => {
      const { rows } = await database.query<{ n: number }>(
        `select count(*)::int as n from outcome_batch where ${condition}`,
      );
      return rows[0]?.n ?? 0;
    });

  it(
    'does nothing a second time when it goes on, whoever has taken its work over',
    async () => {
      const partner = new PushingPartner('sil', SEED, SIZES);
      const batches: Batch[] = Array.from({ length: BATCHES }, () => {
        const batch = partner.next();
        partner.batches.push(batch);
        return batch;
      });
      for (const batch of batches) {
        await push(programs.url + path, key, batch, { Prefer: 'respond-async' });
      }
      while ((await count(`status = 'running' and pending < received`)) === 0) await wait(5);
      const thaw = programs.freezeWorker();
      expect(await count(`status in ('queued', 'running')`)).toBeGreaterThan(0);
      await wait(FROZEN_MS);
      thaw();
      while ((await count(`status in ('queued', 'running')`)) > 0) await wait(100);
      const fit = batches.reduce((sum, batch) => sum + batch.fit, 0);
      expect(await count(`status = 'partial'`)).toBe(BATCHES);
      expect(await programs.home.onDatabase((database) => brokenPromises(database, batches))).toEqual([]);
      const { rows } = await programs.home.onDatabase((database) =>
        database.query<{ n: number }>('select sum(created)::int as n from outcome_batch'),
      );
      expect(rows[0]?.n).toBe(fit);
    },
    PATIENCE_MS,
  );
});
