import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate, migrateQueue, readSettings, withLogin, type Settings } from '#platform';
import { EmbeddedDatabase } from '../../apps/standalone/src/embedded-database.js';
import { MIGRATIONS } from '../../migrations/index.js';
import { freePort } from '../../apps/standalone/src/free-port.js';

export const ADMIN_KEY = randomBytes(24).toString('hex');

const READY_MS = 20_000;

export interface Bench {
  /** Entered by its owner. */
  readonly databaseUrl: string;
  /** As the programs read them. */
  readonly settings: Settings;
  /** Starts a compiled program on a free port and waits until it answers. */
  program(file: string, env?: Record<string, string>): Promise<Program>;
  close(): Promise<void>;
}

export interface Program {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A database with the settings of the standalone app, and the programs measured on it. */
export async function openBench(): Promise<Bench> {
  const directory = mkdtempSync(join(tmpdir(), 'patti-bench-'));
  chmodSync(directory, 0o755);
  const database = await EmbeddedDatabase.start({
    directory: join(directory, 'database'),
    password: randomBytes(12).toString('hex'),
  });
  const service = withLogin(database.url, 'patti_service', randomBytes(12).toString('hex'));
  const settings = readSettings({
    DATABASE_OWNER_URL: database.url,
    DATABASE_URL: service,
    PARTICIPANT_PEPPER: 'p'.repeat(32),
  });
  await migrate(settings, MIGRATIONS);
  await migrateQueue(settings);
  const running: Program[] = [];
  return {
    databaseUrl: database.url,
    settings,
    program: async (file, env = {}) => {
      const program = await startProgram(file, { DATABASE_URL: service, ...env });
      running.push(program);
      return program;
    },
    close: async () => {
      for (const program of running) await program.stop();
      await database.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function startProgram(file: string, env: Record<string, string>): Promise<Program> {
  const port = await freePort();
  const child = fork(file, {
    env: {
      ...process.env,
      PORT: String(port),
      BOOTSTRAP_ADMIN_KEY: ADMIN_KEY,
      PARTICIPANT_PEPPER: 'p'.repeat(32),
      // More than can be measured in a minute, and still counted.
      RATE_LIMIT: '1000000',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(url, child);
  return { url, pid: child.pid ?? 0, stop: () => ended(child) };
}

async function answers(url: string, child: ChildProcess): Promise<void> {
  for (const start = Date.now(); Date.now() - start < READY_MS;) {
    if (child.exitCode !== null) throw new Error('the program ended before it answered');
    const up = await fetch(url).then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the program does not answer');
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** Greatest resident memory of a process so far, in MB (Linux only, else NaN). */
export function peakMemoryMb(pid: number): number {
  try {
    const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kb) / 1024;
  } catch {
    return Number.NaN;
  }
}
