import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createLog, defineJob, Jobs, type Settings } from '#platform';
import { serviceUrl, testDatabase, testSettings, type TestDatabase } from '../support/database.js';
import { describeWithRedis, startRedis, type TestRedis } from '../support/redis.js';

const PROGRAM = join(import.meta.dirname, '../support/deadly-worker.js');
const deadly = defineJob<{ id: string }>({ name: 'deadly', queue: 'perilous' });
const harmless = defineJob<{ id: string }>({ name: 'harmless', queue: 'perilous' });
const PATIENCE_MS = 90_000;

/** Starts a worker again whenever one has died, as an orchestrator does. */
class Orchestrator {
  deaths = 0;
  said = '';
  private child: ChildProcess | undefined;
  private isOver = false;

  constructor(private readonly env: NodeJS.ProcessEnv) {
    this.launch();
  }

  end(): void {
    this.isOver = true;
    this.child?.kill('SIGKILL');
  }

  private launch(): void {
    this.child = spawn(process.execPath, [PROGRAM], { env: this.env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.child.once('exit', () => {
      if (this.isOver) return;
      this.deaths += 1;
      this.launch();
    });
  }
}

function isStopped(
  settingsOf: () => Settings,
  db: () => TestDatabase,
  more: () => Record<string, string>,
): void {
  it(
    'is not tried a third time, becomes a dead letter, and lets others go on',
    async () => {
      const jobs = new Jobs(db().database, settingsOf(), createLog('silent'));
      await jobs.enqueue(deadly, { id: 'x' });
      await jobs.flush();
      const { PATH, HOME } = process.env;
      const env = {
        PATH,
        HOME,
        DATABASE_URL: serviceUrl(db().url),
        PARTICIPANT_PEPPER: 'a pepper for tests that is long enough',
        ...more(),
      };
      const orchestrator = new Orchestrator(env);
      const letters = () => db().owner.query('select job, data, code from dead_letter');
      for (let tries = 0; (await letters()).length === 0 && tries < 600; tries += 1) await wait(100);
      await jobs.enqueue(harmless, { id: 'y' });
      await jobs.flush();
      for (let tries = 0; !orchestrator.said.includes('harmless') && tries < 100; tries += 1) await wait(100);
      orchestrator.end();
      await jobs.onApplicationShutdown();
      expect(await letters()).toEqual([{ job: 'deadly', data: { id: 'x' }, code: 'process-died' }]);
      expect(orchestrator.deaths).toBe(2);
      expect(orchestrator.said).toContain('harmless');
    },
    PATIENCE_MS,
  );
}

describe('a job that kills its process, on PostgreSQL', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.close());
  isStopped(
    () => db.settings,
    () => db,
    () => ({}),
  );
});

describeWithRedis('a job that kills its process, on Redis', () => {
  let db: TestDatabase;
  let redis: TestRedis;
  beforeAll(async () => {
    db = await testDatabase();
    redis = await startRedis();
  });
  afterAll(async () => {
    await db.close();
    await redis.stop();
  });
  isStopped(
    () => testSettings(db.url, { REDIS_URL: redis.url }),
    () => db,
    () => ({ REDIS_URL: redis.url }),
  );
});
