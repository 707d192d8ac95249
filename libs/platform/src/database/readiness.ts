import type { DataSource } from 'typeorm';
import type { Settings } from '../settings/settings.js';

/** A table of ours, and one of the queue's own: each stands for all that its migration makes. */
const OURS = 'public.outbox';
const OF_THE_QUEUE = 'bullmq.migration';

/**
 * A program that starts before the migration would take requests that it cannot keep.
 * @throws Error that names what is not there.
 */
export async function refuseUnmigratedDatabase(dataSource: DataSource, settings: Settings): Promise<void> {
  const needed = settings.redisUrl === undefined ? [OURS, OF_THE_QUEUE] : [OURS];
  const missing = await dataSource.query<{ name: string }[]>(
    `select name from unnest($1::text[]) as u(name) where to_regclass(name) is null`,
    [needed],
  );
  if (missing.length === 0) return;
  throw new Error(
    `The database has no ${missing.map(({ name }) => name).join(', ')}: run the migration first (npm run migrate).`,
  );
}
