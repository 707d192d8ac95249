import pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { Settings } from '../settings/settings.js';
import { prepareAnnouncements } from './announced-query.js';
import { WatchedClient } from './watched-client.js';

const DATE_OID = 1082;

/** Calendar days stay `YYYY-MM-DD` from the column to the answer; the driver would make them instants. */
pg.types.setTypeParser(DATE_OID, (text) => text);

/** Limits that keep one slow statement, or a silent network, from holding a request or a pool. */
const BOUNDS = {
  connectionTimeoutMillis: 3_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
  keepAlive: true,
};

/** How long a statement may take: whoever computes waits longer than whoever answers. */
const LONGEST_MS = 60_000;
/** A request is answered within ten seconds, also when a silent network has swallowed the connection. */
export const ANSWERING_MS = 9_000;
/** The server gives up a little earlier than who waits for it, so that both agree. */
const EARLIER = 11 / 12;

type PostgresOptions = DataSourceOptions & { type: 'postgres' };

/** As the programs work. */
export const dataSourceOptions = (settings: Settings, longestMs = LONGEST_MS): PostgresOptions =>
  optionsFor(settings, settings.databaseUrl, longestMs);

/** As the migration works. */
export const ownerOptions = (settings: Settings): PostgresOptions =>
  optionsFor(settings, settings.databaseOwnerUrl ?? settings.databaseUrl, LONGEST_MS);

function optionsFor(settings: Settings, url: string | undefined, longestMs: number): PostgresOptions {
  if (url === undefined) throw new Error('DATABASE_URL must be given');
  return {
    type: 'postgres',
    url,
    synchronize: false,
    logging: false,
    applicationName: 'patti',
    extra: {
      ...BOUNDS,
      query_timeout: longestMs,
      statement_timeout: longestMs * EARLIER,
      max: settings.databasePoolSize,
      Client: WatchedClient,
      onConnect: prepareAnnouncements,
    },
  };
}
