import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { withLogin } from '#platform';
import { EmbeddedDatabase } from '../../apps/standalone/src/embedded-database.js';
import { createDatabase, serviceUrl } from '../support/database.js';
import { describeWithRedis, startRedis } from '../support/redis.js';

const DIST = join(import.meta.dirname, '../../dist/apps');
const PATIENCE_MS = 120_000;
const PROGRAMS = ['api', 'worker'] as const;

type Env = Readonly<Record<string, string>>;

/** Starts a program that is expected to end by itself: with which code, and what it said. */
function ended(name: (typeof PROGRAMS)[number], env: Env): Promise<{ code: number | null; said: string }> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [join(DIST, name, 'src/main.js')], {
    env: {
      PATH,
      HOME,
      TMPDIR,
      PORT: '0',
      LOG_LEVEL: 'silent',
      PARTICIPANT_PEPPER: randomBytes(32).toString('hex'),
      ...env,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const limit = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS / 6);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve({ code, said });
    }),
  );
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** A PostgreSQL of its own, durable but for these settings, as a plain login enters it. */
async function startServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<{ url: string; stop(): Promise<void> }> {
  const directory = mkdtempSync(join(tmpdir(), 'patti-unfit-'));
  chmodSync(directory, 0o755);
  const password = randomBytes(12).toString('hex');
  const server = await EmbeddedDatabase.start({ directory: join(directory, 'database'), password, settings });
  await run(server.url, `create role plain login password '${password}'`);
  return {
    url: withLogin(server.url, 'plain', password),
    stop: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

describe('a PostgreSQL that may lose what it has confirmed', () => {
  it.each(['fsync', 'full_page_writes', 'synchronous_commit'])(
    'is not worked with: %s is off',
    async (setting) => {
      const server = await startServer({ [setting]: 'off' });
      const env = { DATABASE_URL: server.url };
      for (const program of PROGRAMS) {
        const { code, said } = await ended(program, env);
        expect([program, code, said]).toEqual([program, 1, expect.stringContaining(`${setting} = off`)]);
      }
      await server.stop();
    },
    PATIENCE_MS,
  );
});

describeWithRedis('a Redis that may throw jobs away', () => {
  it(
    'is not worked with',
    async () => {
      const redis = await startRedis('allkeys-lru');
      const server = await startServer();
      const env = { DATABASE_URL: server.url, REDIS_URL: redis.url };
      for (const program of PROGRAMS) {
        const { code, said } = await ended(program, env);
        expect([program, code, said]).toEqual([program, 1, expect.stringContaining('allkeys-lru')]);
      }
      await server.stop();
      await redis.stop();
    },
    PATIENCE_MS,
  );
});

describe('a database that nobody has made ready', () => {
  it.each([
    ['has no tables of the queue', `drop schema bullmq cascade`],
    ['has no tables at all', `drop schema public cascade; drop schema bullmq cascade; create schema public`],
  ])(
    'is not worked with when it %s',
    async (_, statement) => {
      const { url, drop } = await createDatabase();
      await run(url, statement);
      const env = { DATABASE_URL: serviceUrl(url), DURABILITY_CHECK: 'false' };
      for (const program of PROGRAMS) {
        const { code, said } = await ended(program, env);
        expect([program, code, said]).toEqual([program, 1, expect.stringMatching(/migrat/i)]);
      }
      await drop();
    },
    PATIENCE_MS,
  );
});
