import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../apps/standalone/src/free-port.js';

export interface TestRedis {
  readonly url: string;
  /** Kills it and starts it again, with what is on its disk. */
  kill(): Promise<void>;
  /** Whatever was ever written to it, expired and deleted things too: its append-only file. */
  everWritten(): string;
  stop(): Promise<void>;
}

const found = spawnSync('redis-server', ['--version']).status === 0;
const required = (process.env.PATTI_REQUIRE ?? '').split(',').includes('redis');
if (required && !found) throw new Error('redis-server is required here and cannot be found');

/** `describe`, or a skipped one that says why, where there is no redis-server. */
export const describeWithRedis: jest.Describe = found
  ? describe
  : (Object.assign((name: string, work: () => void) =>
      describe.skip(`${name} (no redis-server on this machine)`, work),
    ) as jest.Describe);

/** A Redis of its own, set up as the documentation asks: append-only, nothing evicted unless that is what is tested. */
export async function startRedis(policy = 'noeviction'): Promise<TestRedis> {
  const directory = mkdtempSync(join(tmpdir(), 'patti-redis-'));
  const port = await freePort();
  const options = [
    '--port',
    port,
    '--bind',
    '127.0.0.1',
    '--dir',
    directory,
    '--save',
    '',
    '--appendonly',
    'yes',
  ];
  const launch = async (): Promise<ChildProcess> => {
    const launched = spawn('redis-server', [...options.map(String), '--maxmemory-policy', policy], {
      stdio: 'ignore',
    });
    await accepts(port);
    return launched;
  };
  let server = await launch();
  return {
    url: `redis://127.0.0.1:${port}`,
    kill: async () => {
      await ended(server, 'SIGKILL');
      server = await launch();
    },
    everWritten: () => filesIn(join(directory, 'appendonlydir')),
    stop: () => ended(server, 'SIGTERM').then(() => rmSync(directory, { recursive: true, force: true })),
  };
}

const filesIn = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill(signal);
  });
}

async function accepts(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => resolve(true)).on('error', () =>
        resolve(false),
      );
      socket.unref();
      setTimeout(() => socket.destroy(), 50).unref();
    });
    if (open) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('redis-server does not start');
}
