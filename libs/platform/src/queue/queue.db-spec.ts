import { testDatabase, testSettings, type TestDatabase } from '../../../../test/support/database.js';
import { describeWithRedis, startRedis } from '../../../../test/support/redis.js';
import { Pages } from '../http/paging.js';
import { createLog } from '../logging/log.js';
import type { Settings } from '../settings/settings.js';
import { DeadLetters } from './dead-letters.js';
import { PermanentFailure } from './failure.js';
import { defineJob, type JobHandler } from './job.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';

const greet = defineJob<{ id: string }>({ name: 'greet', queue: 'test' });
const log = createLog('silent');

const toolsFor = ({ database }: TestDatabase, jobs: Jobs, settings: Settings) => {
  const letters = new DeadLetters(database, jobs, new Pages(settings));
  return { jobs, letters, database, settings, log };
};

/** The same expectations on either backend. */
function behavesAsAQueue(settingsOf: () => Settings, db: () => TestDatabase): void {
  const handled: string[] = [];
  const givenUp: string[] = [];
  let failures = 0;
  let jobs: Jobs;
  let runner: JobRunner;

  const handler: JobHandler<{ id: string }> = {
    job: greet,
    handle: ({ id }) => {
      if (id === 'unlucky' && failures++ === 0) return Promise.reject(new Error('once'));
      handled.push(id);
      if (id === 'hopeless') return Promise.reject(new PermanentFailure('of-no-use'));
      return id === 'doomed' ? Promise.reject(new Error('again')) : Promise.resolve();
    },
    givenUp: ({ id }, code) => {
      givenUp.push(`${id}: ${code}`);
      return Promise.resolve();
    },
  };

  beforeAll(async () => {
    jobs = new Jobs(db().database, settingsOf(), log);
    runner = new JobRunner([handler], toolsFor(db(), jobs, settingsOf()));
    await runner.onApplicationBootstrap();
  });
  afterAll(async () => {
    await runner.onApplicationShutdown();
    await jobs.onApplicationShutdown();
  });

  const seen = async (id: string, withinMs = 10_000): Promise<boolean> => {
    for (const start = Date.now(); Date.now() - start < withinMs;) {
      if (handled.includes(id)) return true;
      await new Promise((next) => setTimeout(next, 20));
    }
    return false;
  };
  const count = (id: string): number => handled.filter((one) => one === id).length;
  const outbox = () => db().owner.query('select id from outbox');

  it('runs a job after the transaction that asked for it', async () => {
    await db().database.transaction(() => jobs.enqueue(greet, { id: 'committed' }));
    expect(await seen('committed')).toBe(true);
    await jobs.flush();
    expect(await outbox()).toEqual([]);
  });

  it('knows nothing of a job whose transaction failed', async () => {
    const failed = db().database.transaction(async () => {
      await jobs.enqueue(greet, { id: 'undone' });
      throw new Error('undo');
    });
    await expect(failed).rejects.toThrow('undo');
    await jobs.enqueue(greet, { id: 'after' });
    expect(await seen('after')).toBe(true);
    expect(count('undone')).toBe(0);
  });

  it('lets many wishes for the same thing become one job', async () => {
    for (let n = 0; n < 20; n++)
      await jobs.enqueue(greet, { id: 'debounced' }, { dedupe: 'same', delayMs: 800 });
    expect(await seen('debounced')).toBe(true);
    await new Promise((later) => setTimeout(later, 500));
    expect(count('debounced')).toBe(1);
  });

  it('tries a failed job again', async () => {
    await jobs.enqueue(greet, { id: 'unlucky' });
    expect(await seen('unlucky')).toBe(true);
    expect(failures).toBe(2);
  });

  const letters = (id: string) =>
    db().owner.query<{ code: string; attempts: number }>(
      `select code, attempts from dead_letter where data ->> 'id' = $1`,
      [id],
    );
  const buried = async (id: string, attempts: number): Promise<{ code: string; attempts: number }[]> => {
    for (const start = Date.now(); Date.now() - start < 10_000;) {
      const found = await letters(id);
      if (found[0]?.attempts === attempts) return found;
      await new Promise((next) => setTimeout(next, 20));
    }
    return letters(id);
  };

  it('does not try again what is of no use, and makes one dead letter of it however often', async () => {
    await jobs.enqueue(greet, { id: 'hopeless' });
    expect(await buried('hopeless', 1)).toEqual([{ code: 'of-no-use', attempts: 1 }]);
    await jobs.enqueue(greet, { id: 'hopeless' });
    expect(await buried('hopeless', 2)).toEqual([{ code: 'of-no-use', attempts: 2 }]);
    expect(count('hopeless')).toBe(2);
    expect(givenUp.filter((one) => one === 'hopeless: of-no-use')).toHaveLength(2);
  });

  it('makes a dead letter of what has failed as often as is tried', async () => {
    await jobs.queue('test').add('greet', { id: 'doomed' }, { jobId: 'doomed', attempts: 3, backoff: 1 });
    expect(await buried('doomed', 3)).toEqual([{ code: 'Error', attempts: 3 }]);
    expect(count('doomed')).toBe(3);
    expect(givenUp).toContain('doomed: Error');
  });

  it('gives dead letters to the queue again, those that are meant', async () => {
    const store = toolsFor(db(), jobs, settingsOf()).letters;
    const before = count('hopeless');
    const { body } = await store.replayAll({ code: 'of-no-use' }, 'somebody');
    expect(body).toBe('{"replayed":1}');
    for (let tries = 0; count('hopeless') === before && tries < 200; tries += 1)
      await new Promise((next) => setTimeout(next, 20));
    expect(count('hopeless')).toBe(before + 1);
    expect(count('doomed')).toBe(3);
  });
}

describe('the queue on PostgreSQL', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  behavesAsAQueue(
    () => db.settings,
    () => db,
  );
  afterAll(() => db.close());

  it('refuses to start when a kind of job has no handler', async () => {
    const jobs = new Jobs(db.database, db.settings, log);
    const runner = new JobRunner([], toolsFor(db, jobs, db.settings));
    await expect(runner.onApplicationBootstrap()).rejects.toThrow('no handler for greet');
  });

  it('keeps what it cannot send while the queue is away', async () => {
    const nowhere = testSettings(db.url, { REDIS_URL: 'redis://127.0.0.1:1' });
    const jobs = new Jobs(db.database, nowhere, log);
    await jobs.enqueue(greet, { id: 'patient' });
    await jobs.flush();
    expect(await db.owner.query('select job from outbox')).toEqual([{ job: 'greet' }]);
    await jobs.onApplicationShutdown().catch(() => undefined);
  });
});

describeWithRedis('the queue on Redis', () => {
  let db: TestDatabase;
  let redis: Awaited<ReturnType<typeof startRedis>>;
  beforeAll(async () => {
    redis = await startRedis();
    db = await testDatabase();
  });
  behavesAsAQueue(
    () => testSettings(db.url, { REDIS_URL: redis.url }),
    () => db,
  );
  // Hooks run in the order they are declared: what the expectations opened is closed first.
  afterAll(async () => {
    await db.close();
    await redis.stop();
  });
});
