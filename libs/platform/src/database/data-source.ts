import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { Settings } from '../settings/settings.js';
import { prepareAnnouncements } from './announced-query.js';

const DATE_OID = 1082;

/** Calendar days stay `YYYY-MM-DD` from the column to the answer; the driver would make them instants. */
pg.types.setTypeParser(DATE_OID, (text) => text);

/** Limits that keep one slow statement, or a silent network, from holding a request or a pool. */
const BOUNDS = {
  connectionTimeoutMillis: 3_000,
  query_timeout: 60_000,
  statement_timeout: 55_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
};

type PostgresOptions = DataSourceOptions & { type: 'postgres' };

/** As the programs work. */
export const dataSourceOptions = (settings: Settings): PostgresOptions =>
  optionsFor(settings, settings.databaseUrl);

/** As the migration works. */
export const ownerOptions = (settings: Settings): PostgresOptions =>
  optionsFor(settings, settings.databaseOwnerUrl ?? settings.databaseUrl);

function optionsFor(settings: Settings, url: string | undefined): PostgresOptions {
  if (url === undefined) throw new Error('DATABASE_URL must be given');
  return {
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    applicationName: 'patti',
    extra: { ...BOUNDS, max: settings.databasePoolSize, onConnect: prepareAnnouncements },
  };
}
