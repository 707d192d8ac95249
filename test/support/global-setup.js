import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate, migrateQueue, readSettings, withLogin } from '#platform';
import { EmbeddedDatabase } from '../../dist/apps/standalone/src/embedded-database.js';
import { MIGRATIONS } from '../../dist/migrations/index.js';

/** Durability is traded for speed: these databases live for one run. */
const FOR_TESTS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

/**
 * One PostgreSQL for the run, with one migrated database that every test clones.
 * Jest loads this file outside its own module system, hence plain JavaScript on the built program.
 */
export default async function globalSetup() {
  const directory = mkdtempSync(join(tmpdir(), 'patti-test-'));
  chmodSync(directory, 0o755);
  const server = await EmbeddedDatabase.start({
    directory: join(directory, 'database'),
    password: randomBytes(12).toString('hex'),
    settings: FOR_TESTS,
  });
  const client = new pg.Client(server.url);
  await client.connect();
  await client.query('create database template_patti');
  await client.end();
  const template = server.url.replace(/postgres$/, 'template_patti');
  process.env.TEST_SERVICE_PASSWORD = randomBytes(12).toString('hex');
  const settings = readSettings({
    DATABASE_OWNER_URL: template,
    DATABASE_URL: withLogin(template, 'patti_service', process.env.TEST_SERVICE_PASSWORD),
    PARTICIPANT_PEPPER: 'a pepper for tests that is long enough',
  });
  await migrate(settings, MIGRATIONS);
  await migrateQueue(settings);
  process.env.TEST_DATABASE_URL = server.url;
  Object.assign(globalThis, { testServer: server, testDirectory: directory });
}
