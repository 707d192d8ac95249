import type { AddressInfo } from 'node:net';
import { createLog, migrate, migrateQueue, readSettings, withLogin, type Settings } from '#platform';
import { MIGRATIONS } from '../../../migrations/index.js';
import { createApi } from '../../api/src/create-api.js';
import { replayErasures } from '../../migrate/src/replay-erasures.js';
import { createWorker } from '../../worker/src/create-worker.js';
import { auditAnchorsIn, DataDirectory } from './data-directory.js';
import { EmbeddedDatabase } from './embedded-database.js';

type Environment = Readonly<Record<string, string | undefined>>;

export interface Standalone {
  readonly url: string;
  /** The administrator key, when it was made just now. */
  readonly newAdminKey?: string;
  stop(): Promise<void>;
}

/** Everything in one process: database (unless one is given), api, worker. */
export async function startStandalone(env: Environment): Promise<Standalone> {
  const directory = await DataDirectory.open(env.DATA_DIR || '.data');
  let database: EmbeddedDatabase | undefined;
  try {
    const secrets = await ownSecrets(env, directory);
    if (!env.DATABASE_URL && !env.DATABASE_URL_FILE) database = await embedded(directory);
    const urls = database && (await databaseUrls(database, directory));
    const settings = readSettings({
      AUDIT_ANCHOR_FILE: auditAnchorsIn(directory.path),
      ERASURE_LIST_FILE: directory.erasureList,
      ...env,
      ...secrets.values,
      ...urls,
    });
    const { url, stop } = await startPrograms(settings);
    return {
      url,
      ...(secrets.newAdminKey && { newAdminKey: secrets.newAdminKey }),
      stop: async () => {
        await stop();
        await database?.stop();
        await directory.release();
      },
    };
  } catch (error) {
    await database?.stop();
    await directory.release();
    throw error;
  }
}

async function ownSecrets(env: Environment, directory: DataDirectory) {
  const values: Record<string, string> = {};
  let newAdminKey: string | undefined;
  if (!env.PARTICIPANT_PEPPER && !env.PARTICIPANT_PEPPER_FILE) {
    values.PARTICIPANT_PEPPER = (await directory.secret('participant-pepper')).value;
  }
  if (!env.BOOTSTRAP_ADMIN_KEY && !env.BOOTSTRAP_ADMIN_KEY_FILE) {
    const { value, isNew } = await directory.secret('admin-key');
    values.BOOTSTRAP_ADMIN_KEY = value;
    if (isNew) newAdminKey = value;
  }
  return { values, newAdminKey };
}

async function embedded(directory: DataDirectory): Promise<EmbeddedDatabase> {
  const { value: password } = await directory.secret('database-password');
  const onRevival = (line: string): boolean => process.stderr.write(`${line}\n`);
  return EmbeddedDatabase.start({ directory: directory.database, password, onRevival });
}

/** The programs do not enter as the owner of what is theirs to read. */
async function databaseUrls({ url }: EmbeddedDatabase, directory: DataDirectory) {
  const { value: password } = await directory.secret('service-password');
  return { DATABASE_OWNER_URL: url, DATABASE_URL: withLogin(url, 'patti_service', password) };
}

async function startPrograms(settings: Settings): Promise<Pick<Standalone, 'url' | 'stop'>> {
  await migrate(settings, MIGRATIONS);
  await migrateQueue(settings);
  const log = createLog(settings.logLevel);
  await replayErasures(settings, log, { always: false });
  const api = await createApi(settings, log);
  // One process has one page of metrics, and the api tells it.
  const worker = await createWorker({ ...settings, metricsPort: 0 }, log);
  await api.listen(settings.port, settings.host);
  const { port } = api.getHttpServer().address() as AddressInfo;
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    stop: async () => {
      await api.close();
      await worker.close();
    },
  };
}
