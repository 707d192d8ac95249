import { Redis } from 'ioredis';
import pg from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible';
import { Settings } from '../settings/settings.js';
import { WINDOW_SECONDS, type Counter } from './leases.js';

/** A store that is away must not hold up requests: after this time each process counts for itself. */
const PATIENCE_MS = 1_000;

/** Only what has been counted is asked of the store, and compared here; the library wants a limit all the same. */
const COUNTING = { keyPrefix: 'patti', points: 1, duration: WINDOW_SECONDS };

export interface RequestCounter extends Counter {
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Counts in Redis where there is one, else in PostgreSQL; in memory while that is away. */
export function requestCounter(settings: Settings): RequestCounter {
  return settings.redisUrl === undefined ? onPostgres(settings) : onRedis(settings.redisUrl);
}

function onRedis(url: string): RequestCounter {
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    keepAlive: 10_000,
  });
  // What is wrong with it the queue tells; without a listener it would end the process.
  redis.on('error', () => undefined);
  const limiter = new RateLimiterRedis({
    ...COUNTING,
    storeClient: redis,
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(COUNTING),
  });
  return {
    ...counter(limiter),
    open: () => redis.connect().catch(() => undefined),
    close: async () => redis.disconnect(),
  };
}

/** Connections of its own: the pool of the requests may be what has to be protected. */
function onPostgres(settings: Settings): RequestCounter {
  const pool = new pg.Pool({
    connectionString: settings.databaseUrl,
    application_name: 'patti limits',
    max: 2,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    keepAlive: true,
  });
  pool.on('error', () => undefined);
  const limiter = new RateLimiterPostgres({
    ...COUNTING,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'request_count',
    tableCreated: true,
    insuranceLimiter: new RateLimiterMemory(COUNTING),
  });
  return { ...counter(limiter), open: async () => undefined, close: () => pool.end() };
}

/** `penalty` counts without judging. */
const counter = (limiter: RateLimiterRedis | RateLimiterPostgres): Counter => ({
  add: async (key, points) => {
    const { consumedPoints, msBeforeNext } = await limiter.penalty(key, points);
    return { points: consumedPoints, endsInMs: msBeforeNext };
  },
});
