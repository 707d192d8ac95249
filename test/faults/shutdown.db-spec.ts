import { randomBytes } from 'node:crypto';
import { request, type ClientRequest } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from '../support/api.js';
import { areGone, DataHome } from '../support/standalone-program.js';

const PATIENCE_MS = 60_000;
/** A program that has just started takes a while to read the first requests. */
const BEGUN_MS = 1_500;
/** What an orchestrator grants before it kills. */
const GRACE_MS = 30_000;
const NDJSON = { 'Content-Type': 'application/x-ndjson' };

describe('the standalone program', () => {
  const home = new DataHome();
  let path: string;

  beforeAll(async () => {
    const program = home.launch();
    const admin = new Client(await program.ready(), home.secret('admin-key'));
    const { body } = await admin.post('/v1/pacts', {
      title: 'Patto',
      commonAgenda: 'Lavoro',
      territory: ['015146'],
      startsOn: '2024-01-01',
      ratificationRule: { kind: 'all_signatories' },
    });
    path = `/v1/pacts/${body.id}/outcome-batches`;
    expect(await program.end('SIGTERM')).toBe(0);
  }, PATIENCE_MS);
  afterAll(() => home.remove(), PATIENCE_MS);

  const records = (name: string, count: number): string =>
    Array.from({ length: count }, (_, index) =>
      JSON.stringify({
        kind: 'pathway',
        externalId: `${name}:${index}`,
        participant: { scheme: 'test', value: `person ${index}` },
        startedOn: '2025-03-01',
      }),
    ).join('\n');

  /** A push of which the body has begun and not ended. */
  function openPush(url: string, body: string): { sent: ClientRequest; status: Promise<number> } {
    const headers = { ...NDJSON, Authorization: `Bearer ${home.secret('admin-key')}` };
    const sent = request(url + path, { method: 'POST', headers });
    const status = new Promise<number>((resolve) => {
      sent.on('response', (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)));
      sent.on('error', () => resolve(0));
    });
    sent.write(body);
    return { sent, status };
  }

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'answers what it has begun when %s comes, leaves no process, and starts again',
    async (signal) => {
      const program = home.launch();
      const url = await program.ready();
      const processes = await home.databaseProcesses();
      const pushes = Array.from({ length: 5 }, (_, index) => {
        const name = `${signal}${index}`;
        return { name, ...openPush(url, `${records(name, 1_000)}\n`) };
      });
      await wait(BEGUN_MS);
      program.signal(signal);
      await wait(200);
      for (const { name, sent } of pushes) sent.end(records(`${name}-rest`, 500));
      expect(await Promise.all(pushes.map(({ status }) => status))).toEqual([200, 200, 200, 200, 200]);
      expect(await program.exit).toBe(0);
      expect(await areGone(processes)).toBe(true);
      expect(home.postmaster).toBeUndefined();
      await expect(fetch(url)).rejects.toThrow('fetch failed');

      const again = home.launch();
      const { body } = await new Client(await again.ready(), home.secret('admin-key')).get(`${path}?limit=5`);
      const counts = body.items.map((item: { counts: { created: number } }) => item.counts.created);
      expect(counts.toSorted()).toEqual([1_500, 1_500, 1_500, 1_500, 1_500]);
      expect(await again.end(signal)).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'does not wait for a caller that never ends its request',
    async () => {
      const program = home.launch();
      const { sent, status } = openPush(await program.ready(), `${records('never', 10)}\n`);
      const before = await stored();
      await wait(100);
      const asked = Date.now();
      expect(await program.end('SIGTERM')).toBe(0);
      expect(Date.now() - asked).toBeLessThan(GRACE_MS);
      await status;
      sent.destroy();
      const again = home.launch();
      await again.ready();
      expect(await stored()).toEqual(before);
      expect(await again.end('SIGTERM')).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'ends in good order when it is stopped while it still starts',
    async () => {
      for (const moment of [150, 700, 1_100]) {
        const program = home.launch();
        await wait(moment);
        await program.end('SIGTERM');
        const { postmaster } = home;
        expect(postmaster === undefined || (await areGone([postmaster]))).toBe(true);
      }
      const again = home.launch();
      await again.ready();
      expect(await again.end('SIGTERM')).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'refuses to start where another already runs, which goes on undisturbed',
    async () => {
      const first = home.launch();
      const url = await first.ready();
      const second = home.launch();
      expect(await second.exit).toBe(1);
      expect(second.said).toBe(`Patti could not start. Patti already runs on ${home.path}.\n`);
      expect(second.logged).toBe('');
      expect((await fetch(`${url}/health/ready`)).status).toBe(200);
      const third = home.launch();
      expect(await third.exit).toBe(1);
      expect(await first.end('SIGTERM')).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'tells all that is wrong with its settings at once, and no value of a secret',
    async () => {
      const secret = randomBytes(6).toString('hex');
      const program = home.launch({
        PORT: 'eighty',
        LOG_LEVEL: 'loud',
        SCHEDULES_ENABLED: 'perhaps',
        PARTICIPANT_PEPPER: secret,
        BOOTSTRAP_ADMIN_KEY: secret,
        REDIS_URL: `https://user:${secret}@localhost`,
      });
      expect(await program.exit).toBe(1);
      for (const name of [
        'PORT',
        'LOG_LEVEL',
        'SCHEDULES_ENABLED',
        'PARTICIPANT_PEPPER',
        'BOOTSTRAP_ADMIN_KEY',
        'REDIS_URL',
      ]) {
        expect(program.said).toMatch(new RegExp(`^ {2}- ${name} must be `, 'm'));
      }
      expect(program.said + program.logged).not.toContain(secret);
      expect(home.postmaster).toBeUndefined();
    },
    PATIENCE_MS,
  );

  it(
    'says when its port is taken, and leaves no process',
    async () => {
      const first = home.launch();
      const { port } = new URL(await first.ready());
      const elsewhere = new DataHome();
      const second = elsewhere.launch({ PORT: port });
      expect(await second.exit).toBe(1);
      expect(second.said).toContain(`address already in use 127.0.0.1:${port}`);
      expect(elsewhere.postmaster).toBeUndefined();
      await elsewhere.remove();
      expect(await first.end('SIGTERM')).toBe(0);
    },
    PATIENCE_MS,
  );

  const stored = (): Promise<unknown> =>
    home.onDatabase(async (database) => {
      const { rows } = await database.query(
        'select (select count(*) from pathway) as records, (select count(*) from outcome_batch) as batches',
      );
      return rows[0] as unknown;
    });
});
