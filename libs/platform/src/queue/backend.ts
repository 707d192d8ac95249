import {
  createPostgresBackend,
  Queue,
  withBackend,
  Worker,
  type PostgresConnectionOptions,
  type Processor,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import { Settings } from '../settings/settings.js';
import { bounded } from './bounded.js';
import { retryDelay } from './failure.js';

const onPostgres = withBackend(createPostgresBackend);

const SCHEMA = 'bullmq';
const CLOSE_MS = 5_000;

/** BullMQ's defaults never recover from a silent network; these do, within seconds. */
const BOUNDS = { max: 4, query_timeout: 5_000, connectionTimeoutMillis: 3_000, keepAlive: true };

const OF_WORKERS = {
  settings: { backoffStrategy: (attempts: number) => retryDelay(attempts, Math.random()) },
  // A job whose process has died is given to another within some 15 seconds; when that dies of it too, to nobody.
  lockDuration: 10_000,
  stalledInterval: 5_000,
  maxStalledCount: 1,
  removeOnComplete: { count: 100 },
  removeOnFail: { count: 1_000 },
};

/** What this service uses of a queue, on either backend. */
export type JobQueue = Pick<Queue, 'add' | 'upsertJobScheduler' | 'close' | 'on'>;
export type JobWorker = Pick<Worker, 'close' | 'on'>;

export function openQueue(name: string, settings: Settings): JobQueue {
  if (!settings.redisUrl)
    return new onPostgres.Queue(name, { connection: postgres(settings) }) as unknown as JobQueue;
  const connection = redis(settings.redisUrl);
  return cutOff(new Queue(name, { connection }), connection);
}

export function openWorker(
  name: string,
  work: Processor,
  settings: Settings,
  concurrency: number,
): JobWorker {
  const options = { ...OF_WORKERS, concurrency };
  if (!settings.redisUrl) {
    const connection = postgres(settings);
    return new onPostgres.Worker(name, work, { ...options, connection }) as unknown as JobWorker;
  }
  const connection = redis(settings.redisUrl);
  return cutOff(new Worker(name, work, { ...options, connection }), connection);
}

/** Closing what talks to a Redis that is away never ends; then its connection is cut. */
function cutOff<T extends { close(): Promise<void> }>(closable: T, connection: Redis): T {
  const close = closable.close.bind(closable);
  closable.close = () => bounded(close(), CLOSE_MS).finally(() => connection.disconnect());
  return closable;
}

/** Creates the queue's own tables. Part of the migration step; everything else refuses to start without them. */
export async function migrateQueue(settings: Settings): Promise<void> {
  if (settings.redisUrl) return;
  const owner = settings.databaseOwnerUrl ?? settings.databaseUrl;
  const connection = { ...postgres(settings), connectionString: owner, migrate: true };
  const queue = new onPostgres.Queue('migration', { connection });
  await queue.waitUntilReady();
  await queue.close();
  await admitToQueue(owner);
}

/** The programs use the queue's tables and own none of them. */
async function admitToQueue(owner: string | undefined): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    await client.query(`
      grant usage on schema ${SCHEMA} to patti_app;
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to patti_app;
      grant usage on all sequences in schema ${SCHEMA} to patti_app;
      grant execute on all functions in schema ${SCHEMA} to patti_app;
    `);
  } finally {
    await client.end();
  }
}

export const redis = (url: string): Redis =>
  new Redis(url, { maxRetriesPerRequest: null, connectTimeout: 3_000, keepAlive: 10_000, lazyConnect: true });

const postgres = (settings: Settings): Exclude<PostgresConnectionOptions, string> & object => ({
  connectionString: settings.databaseUrl,
  schema: SCHEMA,
  ...BOUNDS,
});
