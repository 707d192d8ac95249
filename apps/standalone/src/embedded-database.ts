import { execFile } from 'node:child_process';
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { bestAccount, type Account } from './unprivileged-account.js';
import { postgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import { freePort } from './free-port.js';

const run = promisify(execFile);
const START_SECONDS = '30';
const WATCH_MS = 500;
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
} as const;

interface Options {
  readonly directory: string;
  readonly password: string;
  /** Further server settings; tests trade durability for speed, nothing else may. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told in a line when the server had died and was started again. */
  readonly onRevival?: (line: string) => void;
}

/**
 * A real PostgreSQL from npm, in a directory that outlives the process. Driven by its own pg_ctl, so a server that
 * survived a `kill -9` of its parent is found again and stopped, and Ctrl-C in a terminal reaches the application
 * first (docs/adr/0003).
 */
export class EmbeddedDatabase {
  private watch: NodeJS.Timeout | undefined;
  private reviving: Promise<void> | undefined;

  private constructor(
    private readonly binaries: PostgresBinaries,
    private readonly account: Account | undefined,
    private readonly directory: string,
    readonly url: string,
  ) {}

  static async start(options: Options): Promise<EmbeddedDatabase> {
    const binaries = await postgresBinaries();
    const directory = resolve(options.directory);
    const account = await bestAccount(directory, binaries.postgres);
    if (!(await isInitialised(directory))) await initialise(binaries, account, directory, options.password);
    const port = await freePort();
    const url = `postgres://patti:${encodeURIComponent(options.password)}@127.0.0.1:${port}/postgres`;
    const database = new EmbeddedDatabase(binaries, account, directory, url);
    await database.stop();
    const boot = (): Promise<void> => database.boot(port, { ...SETTINGS, ...options.settings });
    await boot();
    database.watch = setInterval(() => database.revive(boot, options.onRevival), WATCH_MS).unref();
    return database;
  }

  /** Ends the server of this directory, whoever started it. Nothing happens when none runs. */
  async stop(): Promise<void> {
    clearInterval(this.watch);
    await this.reviving;
    if (!(await this.isRunning())) return;
    try {
      await this.control('stop', '-m', 'fast', '-w', '-t', START_SECONDS);
    } catch (error) {
      // A server that was dying anyway leaves its pid file, which pg_ctl takes for a failure.
      if (await this.isRunning()) throw error;
    }
  }

  /**
   * A server that was killed, as when memory runs out, comes back on the same port. Starting fails while the dead one
   * still ends; the next try comes soon.
   */
  private revive(boot: () => Promise<void>, tell?: (line: string) => void): void {
    this.reviving ??= this.hasDied()
      .then(async (died) => {
        if (!died) return;
        await boot();
        tell?.('The database had died and was started again.');
      })
      .catch(() => undefined)
      .finally(() => (this.reviving = undefined));
  }

  private async hasDied(): Promise<boolean> {
    const pid = Number((await readFile(join(this.directory, 'postmaster.pid'), 'utf8')).split('\n', 1)[0]);
    try {
      return !process.kill(pid, 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ESRCH';
    }
  }

  private async boot(port: number, settings: Readonly<Record<string, string>>): Promise<void> {
    const flags = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`);
    const log = join(this.directory, 'server.log');
    await this.control(
      'start',
      '-w',
      '-t',
      START_SECONDS,
      '-l',
      log,
      '-o',
      [`-p ${port}`, ...flags].join(' '),
    );
  }

  private async isRunning(): Promise<boolean> {
    try {
      await this.control('status');
      return true;
    } catch {
      return false;
    }
  }

  private control(...args: string[]): Promise<unknown> {
    return run(this.binaries.pg_ctl, ['-D', this.directory, ...args], { ...this.account, cwd: '/' });
  }
}

async function isInitialised(directory: string): Promise<boolean> {
  return readFile(join(directory, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}

async function initialise(
  binaries: PostgresBinaries,
  account: Account | undefined,
  directory: string,
  password: string,
): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const passwordFile = `${directory}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [directory, passwordFile]) await chown(path, account.uid, account.gid);
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--encoding=UTF8', '--no-locale'];
  try {
    const access = ['-U', 'patti', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await run(binaries.initdb, ['-D', directory, ...access, ...locale], { ...account, cwd: '/' });
  } finally {
    await rm(passwordFile, { force: true });
  }
}
