import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { median } from './rounds.js';

/** How long the standalone app takes to be ready on a directory that exists, and what it holds when nobody asks. */
const STARTS = Number(process.env.ROUNDS ?? 5);
const IDLE_SECONDS = Number(process.env.SECONDS ?? 5);
const READY_MS = 60_000;
const POLL_MS = 10;

const MAIN = fileURLToPath(new URL('../../apps/standalone/src/main.js', import.meta.url));

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly residentMb: number;
  readonly proportionalMb: number;
}

const parent = mkdtempSync(join(tmpdir(), 'patti-start-'));
// As root, PostgreSQL runs under another account, which has to get here.
chmodSync(parent, 0o755);
const directory = join(parent, 'data');
try {
  const first = await start();
  await first.stop();
  const seconds: number[] = [];
  for (let round = 1; round < STARTS; round++) {
    const program = await start();
    seconds.push(program.seconds);
    await program.stop();
  }
  const last = await start();
  seconds.push(last.seconds);
  await wait(IDLE_SECONDS * 1_000);
  const all = processes();
  const tree = [last.pid, postmaster()].flatMap((root) => descendants(all, root));
  await last.stop();
  const worst = Math.max(...seconds).toFixed(1);
  console.log(`first start, with a new database      ${first.seconds.toFixed(1)} s`);
  console.log(
    `ready on an existing directory        ${median(seconds).toFixed(1)} s   (under 5, worst ${worst})`,
  );
  const own = all.find(({ pid }) => pid === last.pid)?.residentMb ?? Number.NaN;
  console.log(`idle memory of the node process       ${own.toFixed(0)} MB`);
  console.log(
    `idle memory of the whole process tree ${sum(tree, 'proportionalMb')} MB   ` +
      `(${tree.length} processes; ${sum(tree, 'residentMb')} MB with shared pages counted in each)`,
  );
} finally {
  rmSync(parent, { recursive: true, force: true });
}

async function start(): Promise<{ pid: number; seconds: number; stop(): Promise<void> }> {
  const begun = performance.now();
  const child = spawn(process.execPath, [MAIN], {
    env: { ...process.env, DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'warn', DATABASE_URL: '' },
    stdio: ['ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = (): Promise<void> => {
    child.kill('SIGTERM');
    return ended;
  };
  while (performance.now() - begun < READY_MS && child.exitCode === null) {
    const url = /Patti answers at\s+(\S+)/.exec(said)?.[1];
    if (url !== undefined && (await fetch(`${url}/health/ready`)).ok) {
      return { pid: child.pid ?? 0, seconds: (performance.now() - begun) / 1_000, stop };
    }
    await wait(POLL_MS);
  }
  await stop();
  throw new Error(`the program is not ready: ${said}`);
}

/** The database server is nobody's child: its parent has long ended. */
function postmaster(): number {
  return Number(readFileSync(join(directory, 'database', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** Every process there is (Linux only, else none). */
function processes(): Process[] {
  const pids = (process.platform === 'linux' ? readdirSync('/proc') : []).filter((name) =>
    /^\d+$/.test(name),
  );
  return pids.flatMap((pid) => {
    try {
      const read = (file: string): string => readFileSync(`/proc/${pid}/${file}`, 'utf8');
      const megabytes = (file: string, name: string): number =>
        Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(file))?.[1]) / 1_024;
      const parentPid = Number(/^PPid:\s+(\d+)/m.exec(read('status'))?.[1]);
      return [
        {
          pid: Number(pid),
          parent: parentPid,
          residentMb: megabytes('status', 'VmRSS'),
          proportionalMb: megabytes('smaps_rollup', 'Pss'),
        },
      ];
    } catch {
      return [];
    }
  });
}

function descendants(all: readonly Process[], root: number): Process[] {
  const children = all.filter(({ parent: of }) => of === root);
  return [...all.filter(({ pid }) => pid === root), ...children.flatMap(({ pid }) => descendants(all, pid))];
}

function sum(tree: readonly Process[], key: 'residentMb' | 'proportionalMb'): string {
  return tree.reduce((total, process) => total + process[key], 0).toFixed(0);
}
