import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { serviceUrl, testSettings } from '../support/database.js';
import { SilentNetwork } from '../support/silent-network.js';
import { ASYNC, records, WaitingStage } from '../support/waiting-stage.js';

const SILENCE_MS = 30_000;
const BACK_MS = 15_000;
const PATIENCE_MS = 150_000;
const BATCHES = 8;
const ROWS = 3_000;
const OVER = `outcome_batch where status not in ('queued', 'running')`;

describe('a network that falls silent between the worker and its database', () => {
  let stage: WaitingStage;
  let network: SilentNetwork;
  let worker: INestApplicationContext;
  beforeAll(async () => {
    stage = await WaitingStage.set();
    const through = new URL(serviceUrl(stage.api.databaseUrl));
    network = await SilentNetwork.to(Number(through.port));
    through.port = String(network.port);
    worker = await createWorker(testSettings(stage.api.databaseUrl, { DATABASE_URL: through.href }));
  });
  afterAll(async () => {
    network.isSilent = false;
    await worker.close();
    network.close();
    await stage.clear();
  });

  const push = async (name: string): Promise<string> => {
    const body = { source: 'sil', records: records(name, ROWS) };
    return (await stage.partner.post(stage.path, body, ASYNC)).body.id as string;
  };

  it(
    'is forgotten within seconds of healing: the worker goes on, and all there was to do is done, once',
    async () => {
      const ids: string[] = [];
      for (let index = 0; index < BATCHES; index += 1) ids.push(await push(`before-${index}`));
      // It is in the middle of them.
      while ((await stage.count(`outcome_batch where status in ('queued', 'running')`)) > BATCHES - 2)
        await wait(5);
      network.isSilent = true;
      await wait(SILENCE_MS / 2);
      expect(await stage.count(`outcome_batch where status in ('queued', 'running')`)).toBeGreaterThan(0);
      ids.push(await push('meanwhile'));
      await wait(SILENCE_MS / 2);
      const before = await stage.count(OVER);
      network.isSilent = false;
      const healed = Date.now();
      while ((await stage.count(OVER)) === before) await wait(20);
      expect(Date.now() - healed).toBeLessThan(BACK_MS);
      for (const id of ids)
        expect((await stage.ended(id)).counts).toMatchObject({ created: ROWS, rejected: 0 });
      expect(await stage.count('pathway')).toBe(ids.length * ROWS);
    },
    PATIENCE_MS,
  );
});
