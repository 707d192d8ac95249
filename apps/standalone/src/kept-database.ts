import { access, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withLogin } from '#platform';
import { auditAnchorsIn, DataDirectory } from './data-directory.js';
import { EmbeddedDatabase } from './embedded-database.js';

const PORT_LINE = 3;

/** Settings that lead to the database of a data directory. */
export interface KeptDatabase {
  readonly settings: Readonly<Record<string, string>>;
  readonly auditAnchors: string;
  close(): Promise<void>;
}

/**
 * The database of the standalone app, for a tool that looks into it: that of the program which runs, or else one
 * that is started for this.
 * @throws Error when there is none.
 */
export async function openKeptDatabase(dataDir: string): Promise<KeptDatabase> {
  const path = resolve(dataDir);
  const file = (name: string): Promise<string> => readFile(join(path, name), 'utf8');
  await access(join(path, 'service-password')).catch(() => {
    throw new Error(`There is no database in ${path}: give DATA_DIR or DATABASE_URL.`);
  });
  const secret = async (name: string): Promise<string> => (await file(name)).trim();
  const idle = await DataDirectory.open(path).catch(() => undefined);
  const { url, close } = idle
    ? await started(idle, await secret('database-password'))
    : running(await file('database/postmaster.pid'));
  const settings = {
    DATABASE_URL: withLogin(url, 'patti_service', await secret('service-password')),
    PARTICIPANT_PEPPER: await secret('participant-pepper'),
  };
  return { settings, auditAnchors: auditAnchorsIn(path), close };
}

async function started(directory: DataDirectory, password: string) {
  const database = await EmbeddedDatabase.start({ directory: directory.database, password });
  const close = async (): Promise<void> => {
    await database.stop();
    await directory.release();
  };
  return { url: database.url, close };
}

const running = (postmaster: string) => ({
  url: `postgres://127.0.0.1:${postmaster.split('\n')[PORT_LINE]}/postgres`,
  close: () => Promise.resolve(),
});
