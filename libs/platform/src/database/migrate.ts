import { DataSource, type MigrationInterface } from 'typeorm';
import type { Settings } from '../settings/settings.js';
import { admitAppLogin } from './app-login.js';
import { ownerOptions } from './data-source.js';
import { admitReportingLogin } from './reporting-login.js';

/** Any number does, as long as it is always the same. */
const LOCK = 7_284_101;

/** Brings the database up to date. Several may try at once: one works, the others wait and find nothing to do. */
export async function migrate(
  settings: Settings,
  migrations: (new () => MigrationInterface)[],
): Promise<string[]> {
  const dataSource = new DataSource({ ...ownerOptions(settings), migrations });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('set lock_timeout = 0');
    await runner.query('select pg_advisory_lock($1)', [LOCK]);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    await admitAppLogin(runner, settings);
    await admitReportingLogin(runner, settings);
    return done.map((migration) => migration.name);
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => undefined);
    await runner.release();
    await dataSource.destroy();
  }
}
