import { setTimeout as wait } from 'node:timers/promises';
import { createApi } from '../../apps/api/src/create-api.js';
import type { AddressInfo } from 'node:net';
import { Client } from '../support/api.js';
import { ADMIN_KEY, createDatabase, serviceUrl, testSettings } from '../support/database.js';
import { SilentNetwork } from '../support/silent-network.js';

const SILENCE_MS = 15_000;
const ANSWERED_MS = 10_000;
const BACK_MS = 15_000;
const PATIENCE_MS = 90_000;

describe('a network that falls silent between the api and its database', () => {
  let cleanUp = (): Promise<void> => Promise.resolve();
  afterEach(() => cleanUp());

  it(
    'keeps no request waiting for long, and is forgotten within seconds',
    async () => {
      const { url, drop } = await createDatabase();
      const direct = new URL(serviceUrl(url));
      const network = await SilentNetwork.to(Number(direct.port));
      direct.port = String(network.port);
      const app = await createApi(testSettings(url, { DATABASE_URL: direct.href }));
      await app.listen(0, '127.0.0.1');
      const { port } = app.getHttpServer().address() as AddressInfo;
      const admin = new Client(`http://127.0.0.1:${port}`, ADMIN_KEY);
      const timed = async (
        ask: () => Promise<{ status: number }>,
      ): Promise<{ status: number; ms: number }> => {
        const began = Date.now();
        const { status } = await ask();
        return { status, ms: Date.now() - began };
      };
      const asked = () => timed(() => admin.get('/v1/actors'));
      const actor = { name: 'Il Ponte', system: 'third_sector', kind: 'cooperative' };
      const written = (key: number) =>
        timed(() => admin.post('/v1/actors', actor, { 'Idempotency-Key': `silent-${key}` }));
      cleanUp = async () => {
        network.isSilent = false;
        network.close();
        await app.close();
        await drop();
      };
      expect((await asked()).status).toBe(200);
      network.isSilent = true;
      const asking: Promise<{ status: number; ms: number }>[] = [];
      for (const until = Date.now() + SILENCE_MS; Date.now() < until; await wait(250)) {
        asking.push(asked(), written(asking.length));
      }
      network.isSilent = false;
      const healed = Date.now();
      while ((await asked()).status !== 200);
      const back = Date.now() - healed;
      const answers = await Promise.all(asking);
      expect(Math.max(...answers.map(({ ms }) => ms))).toBeLessThan(ANSWERED_MS);
      // Who asked at the end of the silence may have been answered after it.
      const statuses = new Set(answers.map(({ status }) => status));
      expect(statuses).toContain(503);
      expect([...statuses].filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
      expect(back).toBeLessThan(BACK_MS);
      // Not one good answer by chance: each connection of the pool is usable.
      const after = await Promise.all(Array.from({ length: 40 }, asked));
      expect(after.filter(({ status }) => status !== 200)).toEqual([]);
    },
    PATIENCE_MS,
  );
});
