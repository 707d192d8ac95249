import { Queue, Worker, type ConnectionOptions, type Processor } from 'bullmq';
import { createPostgresBackend, withBackend, type PostgresConnectionOptions } from 'bullmq';
import { Settings } from '../settings/settings.js';

const onPostgres = withBackend(createPostgresBackend);

/** BullMQ's defaults never recover from a silent network; these do, within seconds. */
const BOUNDS = { max: 4, query_timeout: 5_000, connectionTimeoutMillis: 3_000, keepAlive: true };

/** What this service uses of a queue, on either backend. */
export type JobQueue = Pick<
  Queue,
  'add' | 'upsertJobScheduler' | 'removeJobScheduler' | 'close' | 'on' | 'waitUntilReady'
>;
export type JobWorker = Pick<Worker, 'close' | 'on'>;

interface WorkerBounds {
  readonly concurrency: number;
}

export function openQueue(name: string, settings: Settings): JobQueue {
  if (settings.redisUrl) return new Queue(name, { connection: redis(settings.redisUrl) });
  return new onPostgres.Queue(name, { connection: postgres(settings) }) as unknown as JobQueue;
}

export function openWorker(
  name: string,
  work: Processor,
  settings: Settings,
  bounds: WorkerBounds,
): JobWorker {
  const options = { ...bounds, removeOnComplete: { count: 100 }, removeOnFail: { count: 1_000 } };
  if (settings.redisUrl) {
    return new Worker(name, work, {
      ...options,
      connection: { ...redis(settings.redisUrl), maxRetriesPerRequest: null },
    });
  }
  return new onPostgres.Worker(name, work, {
    ...options,
    connection: postgres(settings),
  }) as unknown as JobWorker;
}

/** Creates the queue's own tables. Part of the migration step; everything else refuses to start without them. */
export async function migrateQueue(settings: Settings): Promise<void> {
  if (settings.redisUrl) return;
  const connection = { ...postgres(settings), migrate: true };
  const queue = new onPostgres.Queue('migration', { connection });
  await queue.waitUntilReady();
  await queue.close();
}

function redis(url: string): ConnectionOptions & object {
  return { url, connectTimeout: 3_000, keepAlive: 10_000 };
}

const postgres = (settings: Settings): Exclude<PostgresConnectionOptions, string> & object => ({
  connectionString: settings.databaseUrl,
  schema: 'bullmq',
  ...BOUNDS,
});
