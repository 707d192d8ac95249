import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const MAIN = join(import.meta.dirname, '../../dist/apps/standalone/src/main.js');
const READY_MS = 60_000;
const PORT_LINE = 3;

/** A data directory of the standalone app that outlives its programs, and the database in it. */
export class DataHome {
  private readonly parent = mkdtempSync(join(tmpdir(), 'patti-home-'));
  readonly path = join(this.parent, 'data');
  private readonly programs: StandaloneProgram[] = [];

  constructor() {
    // As root, PostgreSQL runs under another account, which has to get here.
    chmodSync(this.parent, 0o755);
  }

  /** Starts the program as a process of its own; `ready` tells when it answers. */
  launch(env: Readonly<Record<string, string>> = {}): StandaloneProgram {
    const program = new StandaloneProgram({ DATA_DIR: this.path, PORT: '0', LOG_LEVEL: 'warn', ...env });
    this.programs.push(program);
    return program;
  }

  secret(name: 'admin-key' | 'participant-pepper' | 'database-password'): string {
    return readFileSync(join(this.path, name), 'utf8').trim();
  }

  /** The process of the database server, if this directory tells of one. */
  get postmaster(): number | undefined {
    const pid = Number(this.postmasterLines()[0]);
    return pid > 0 ? pid : undefined;
  }

  /** Runs statements past the program, on the database of this directory. */
  async onDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const port = this.postmasterLines()[PORT_LINE];
    const client = new pg.Client(
      `postgres://patti:${this.secret('database-password')}@127.0.0.1:${port}/postgres`,
    );
    // The database may die meanwhile: what was asked of it fails then, and that is enough.
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** Every process of the database server. Asked of the server itself, so that none of another directory is among them. */
  async databaseProcesses(): Promise<number[]> {
    const children = await this.onDatabase((client) =>
      client.query<{ pid: number }>('select pid from pg_stat_activity where pid <> pg_backend_pid()'),
    );
    return [this.postmaster ?? 0, ...children.rows.map(({ pid }) => pid)].filter((pid) => pid > 1);
  }

  /** As a machine does that has run out of memory: the server first, so that it starts nothing new. */
  async killDatabase(): Promise<void> {
    const processes = await this.databaseProcesses();
    for (const pid of processes) sendSignal(pid, 'SIGKILL');
    if (!(await areGone(processes))) throw new Error('the database survived');
  }

  /** Ends whatever still runs here, and removes the directory. */
  async remove(): Promise<void> {
    for (const program of this.programs) await program.end('SIGKILL');
    const { postmaster } = this;
    if (postmaster !== undefined && sendSignal(postmaster, 'SIGQUIT')) await areGone([postmaster]);
    rmSync(this.parent, { recursive: true, force: true });
  }

  private postmasterLines(): string[] {
    try {
      return readFileSync(join(this.path, 'database', 'postmaster.pid'), 'utf8').split('\n');
    } catch {
      return [];
    }
  }
}

/** The compiled standalone app as a process, with nothing of our own environment but where programs are found. */
export class StandaloneProgram {
  private readonly child: ChildProcess;
  /** What it said to people (standard error) and what it logged (standard output). */
  said = '';
  logged = '';
  /** The exit code; null when a signal ended it. */
  readonly exit: Promise<number | null>;

  constructor(env: Readonly<Record<string, string>>) {
    const { PATH, HOME, TMPDIR } = process.env;
    this.child = spawn(process.execPath, [MAIN], {
      env: { PATH, HOME, TMPDIR, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stderr?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.child.stdout?.on('data', (chunk: Buffer) => (this.logged += chunk.toString()));
    this.exit = new Promise((resolve) => this.child.once('close', (code) => resolve(code)));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** The address, once it answers there. */
  async ready(): Promise<string> {
    for (const until = Date.now() + READY_MS; Date.now() < until && !this.hasEnded; await wait(10)) {
      const url = /Patti answers at\s+(\S+)/.exec(this.said)?.[1];
      if (url !== undefined) return url;
    }
    throw new Error(`The program did not start. It said:\n${this.said}`);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    if (!this.hasEnded) this.signal(signal);
    return this.exit;
  }
}

/** Whether none of these processes is left after a while. */
export async function areGone(processes: readonly number[], withinMs = 10_000): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await wait(20)) {
    if (!processes.some(isAlive)) return true;
  }
  return false;
}

/** A process that has ended, but whose end nobody has asked about, is not alive. */
function isAlive(pid: number): boolean {
  if (!sendSignal(pid, 0)) return false;
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
