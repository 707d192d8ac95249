import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EmbeddedDatabase } from '../../apps/standalone/src/embedded-database.js';
import { freePort } from '../../apps/standalone/src/free-port.js';
import { withLogin } from '#platform';
import type { TestRedis } from './redis.js';
import { DataHome } from './standalone-program.js';

const DIST = join(import.meta.dirname, '../../dist/apps');
const READY_MS = 30_000;
const AGAIN_MS = 200;

type Name = 'api' | 'worker' | 'migrate';

/** The programs as they run on several machines, each a process of its own, with a database and a queue of their own. */
export class SeparatePrograms {
  readonly home = new DataHome();
  readonly adminKey = randomBytes(32).toString('hex');
  url = '';
  private database: EmbeddedDatabase | undefined;
  private env: NodeJS.ProcessEnv = {};
  private isOver = false;
  private readonly running = new Map<Name, ChildProcess>();
  private readonly frozen: ChildProcess[] = [];

  /** `through`: the address of the database as the programs see it, made of its own. */
  async start(redis?: TestRedis, through = (url: string) => Promise.resolve(url)): Promise<void> {
    const password = randomBytes(12).toString('hex');
    mkdirSync(this.home.path, { recursive: true });
    writeFileSync(join(this.home.path, 'database-password'), password);
    this.database = await EmbeddedDatabase.start({ directory: join(this.home.path, 'database'), password });
    const port = await freePort();
    const service = withLogin(this.database.url, 'patti_service', password);
    const own = {
      DATABASE_OWNER_URL: this.database.url,
      DATABASE_URL: service,
      PARTICIPANT_PEPPER: randomBytes(32).toString('hex'),
      BOOTSTRAP_ADMIN_KEY: this.adminKey,
      PORT: String(port),
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      RATE_LIMIT: '0',
      ...(redis && { REDIS_URL: redis.url }),
    };
    const { PATH, HOME, TMPDIR } = process.env;
    this.env = { PATH, HOME, TMPDIR, ...own };
    this.url = `http://127.0.0.1:${port}`;
    await this.ended(this.launch('migrate'));
    this.env = { ...this.env, DATABASE_URL: await through(service) };
    this.launch('api');
    this.launch('worker');
    await this.ready();
  }

  /** Kills a program and starts it again at once. */
  async kill(name: Name): Promise<void> {
    const child = this.running.get(name);
    if (child !== undefined) {
      child.kill('SIGKILL');
      await this.ended(child);
    }
    this.launch(name);
  }

  /** The worker does not move any more, as in a loop without end, and another one is started. Answers how to let it go on. */
  freezeWorker(): () => void {
    const frozen = this.running.get('worker');
    if (frozen === undefined) throw new Error('there is no worker');
    frozen.kill('SIGSTOP');
    this.frozen.push(frozen);
    this.launch('worker');
    return () => frozen.kill('SIGCONT');
  }

  async ready(): Promise<void> {
    for (const until = Date.now() + READY_MS; Date.now() < until; await wait(20)) {
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.status === 200) return;
    }
    throw new Error('the api is not ready');
  }

  async stop(): Promise<void> {
    this.isOver = true;
    for (const child of [...this.running.values(), ...this.frozen]) child.kill('SIGKILL');
    await this.database?.stop();
    await this.home.remove();
  }

  private launch(name: Name): ChildProcess {
    const main = join(DIST, name, 'src/main.js');
    const child = spawn(process.execPath, [main], { env: this.env, stdio: 'ignore' });
    this.running.set(name, child);
    // A program that finds no database ends, and is started again, as by an orchestrator.
    if (name !== 'migrate') child.once('exit', () => void this.relaunch(name, child));
    return child;
  }

  private async relaunch(name: Name, dead: ChildProcess): Promise<void> {
    await wait(AGAIN_MS);
    if (!this.isOver && this.running.get(name) === dead) this.launch(name);
  }

  private ended(child: ChildProcess): Promise<unknown> {
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => child.once('exit', resolve));
  }
}
