import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Options } from '../options.js';

export interface Server {
  readonly url: string;
  /** Started for the demo, and so stopped by it. */
  readonly own: boolean;
  stop(): Promise<void>;
}

const STANDALONE = fileURLToPath(new URL('../../../standalone/src/main.js', import.meta.url));
const START_SECONDS = 90;
const STOP_SECONDS = 30;
const LAST_WORDS = 2_000;

export async function findOrStartServer(options: Options, signal: AbortSignal): Promise<Server> {
  const url = options.url ?? options.localUrl;
  if (await isReady(url)) return { url, own: false, stop: async () => undefined };
  if (options.url) throw new Error(`No server answers at ${url}/health/ready`);
  return startStandalone(url, signal);
}

/** The key given, else the one the standalone app wrote down on its first start. */
export function administratorKey(options: Options): string {
  const file = join(options.dataDir, 'admin-key');
  const key = options.key ?? (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);
  if (key) return key;
  throw new Error(`No administrator key: give --key or BOOTSTRAP_ADMIN_KEY (there is no ${file})`);
}

/** In a process group of its own, so that Ctrl-C reaches only the demo, which then stops the server in good order. */
async function startStandalone(url: string, signal: AbortSignal): Promise<Server> {
  const child = spawn(process.execPath, [STANDALONE], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-LAST_WORDS)));
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const server: Server = { url, own: true, stop: () => stop(child, ended) };
  for (const until = Date.now() + START_SECONDS * 1000; Date.now() < until && child.exitCode === null;) {
    if (await isReady(url)) return server;
    await wait(200, undefined, { signal }).catch(async (error: unknown) => {
      await server.stop();
      throw error;
    });
  }
  await server.stop();
  throw new Error(`The server did not start at ${url}. It said:\n${said.trim()}`);
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const patience = wait(STOP_SECONDS * 1000, 'late', { ref: false });
  if ((await Promise.race([ended, patience])) === 'late') child.kill('SIGKILL');
  await ended;
}

async function isReady(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
    () => undefined,
  );
  return response?.ok ?? false;
}
