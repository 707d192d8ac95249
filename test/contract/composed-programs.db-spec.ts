import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { withLogin } from '#platform';
import { Composed, exitOf } from '../support/composed.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';
import { freePort } from '../../apps/standalone/src/free-port.js';

/** Four programs start here one after the other, each from nothing. */
const PATIENCE_MS = 90_000;
const ADMIN_KEY = randomBytes(32).toString('hex');

async function emptyDatabase(): Promise<{ name: string; url: string; drop(): Promise<unknown> }> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `composed_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client(server);
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const drop = () => run(`drop database ${name} with (force)`);
  return { name, url: server.replace(/postgres$/, name), drop };
}

async function answersWithin(url: string, milliseconds: number): Promise<number> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const status = await fetch(url).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200 || Date.now() > end) return status;
    await wait(100);
  }
}

describeWithRedis('the programs of docker-compose.yml', () => {
  let redis: TestRedis;
  let database: Awaited<ReturnType<typeof emptyDatabase>>;
  let composed: Composed;
  let url: string;

  beforeAll(async () => {
    redis = await startRedis();
    database = await emptyDatabase();
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    composed = new Composed(
      {
        database_owner_url: database.url,
        database_url: withLogin(database.url, `${database.name}_service`, randomBytes(12).toString('hex')),
        participant_pepper: randomBytes(32).toString('hex'),
        bootstrap_admin_key: ADMIN_KEY,
      },
      { HOST: '127.0.0.1', PORT: String(port), REDIS_URL: redis.url, LOG_LEVEL: 'silent', METRICS_PORT: '0' },
    );
  });

  afterAll(async () => {
    composed.remove();
    await redis.stop();
    await database.drop();
  });

  it(
    'migrate an empty database, and find nothing to do the second time',
    async () => {
      expect(await exitOf(composed.start('migrate'))).toBe(0);
      expect(await exitOf(composed.start('migrate'))).toBe(0);
    },
    PATIENCE_MS,
  );

  it(
    'serve, work, and end in good order when they are asked to',
    async () => {
      const api = composed.start('api');
      const worker = composed.start('worker');
      expect(await answersWithin(`${url}/health/ready`, 60_000)).toBe(200);
      const me = await fetch(`${url}/v1/me`, { headers: { Authorization: `Bearer ${ADMIN_KEY}` } });
      expect(me.status).toBe(200);
      expect(worker.exitCode).toBeNull();

      api.kill('SIGTERM');
      worker.kill('SIGTERM');
      // Node reports a program that ends by the signal it was asked with as null; 143 is the shell's word for it.
      expect([0, 143, null]).toContain(await exitOf(api));
      expect([0, 143, null]).toContain(await exitOf(worker));
    },
    PATIENCE_MS,
  );
});
