import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { DataSource } from 'typeorm';
import {
  createLog,
  Database,
  dataSourceOptions,
  ownerOptions,
  readSettings,
  withLogin,
  type Settings,
} from '#platform';

export interface TestDatabase {
  readonly url: string;
  readonly settings: Settings;
  readonly database: Database;
  /** Sees every row, as a test wants to: no program works like this. */
  readonly owner: Database;
  readonly dataSource: DataSource;
  readonly ownerSource: DataSource;
  close(): Promise<void>;
}

/** The same database, entered as the programs enter it. */
export const serviceUrl = (url: string): string =>
  withLogin(url, 'patti_service', process.env.TEST_SERVICE_PASSWORD ?? '');

/** Settings for a database given by its owner's address, as a test wants them: nothing scheduled, nothing logged. */
export const testSettings = (url: string, more: Record<string, string> = {}): Settings =>
  readSettings({
    DATABASE_OWNER_URL: url,
    DATABASE_URL: serviceUrl(url),
    PARTICIPANT_PEPPER: 'a pepper for tests that is long enough',
    BOOTSTRAP_ADMIN_KEY: ADMIN_KEY,
    SCHEDULES_ENABLED: 'false',
    // The server of the tests trades durability for speed.
    DURABILITY_CHECK: 'false',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    PORT: '0',
    // High, not off: tests pass through the limits like everybody else.
    RATE_LIMIT: '1000000',
    SIGN_IN_FAILURES: '1000000',
    ...more,
  });

export const ADMIN_KEY = 'an-administrator-key-for-tests-only';

/** A fresh database of its own, cloned from the migrated template. */
export async function createDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.TEST_DATABASE_URL ?? '';
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template template_patti strategy file_copy`);
  return {
    url: server.replace(/postgres$/, name),
    drop: () => onServer(server, `drop database ${name} with (force)`),
  };
}

export async function testDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createDatabase();
  const settings = testSettings(url);
  const dataSource = await new DataSource({ ...dataSourceOptions(settings), entities: [] }).initialize();
  const ownerSource = await new DataSource({ ...ownerOptions(settings), entities: [] }).initialize();
  return {
    url,
    settings,
    dataSource,
    ownerSource,
    database: new Database(dataSource, createLog('silent')),
    owner: new Database(ownerSource, createLog('silent')),
    close: async () => {
      await dataSource.destroy();
      await ownerSource.destroy();
      await drop();
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
