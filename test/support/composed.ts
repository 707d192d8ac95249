import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Service {
  command: string[];
  environment: Record<string, string | number>;
}

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docker-compose.yml'), 'utf8');
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };

/** Runs the services of docker-compose.yml without containers: same commands, same settings, secrets in files. */
export class Composed {
  private readonly secrets = mkdtempSync(join(tmpdir(), 'patti-secrets-'));
  private readonly running: ChildProcess[] = [];

  constructor(
    secrets: Readonly<Record<string, string>>,
    private readonly replaced: Readonly<Record<string, string>>,
  ) {
    for (const [name, value] of Object.entries(secrets))
      writeFileSync(join(this.secrets, name), `${value}\n`);
  }

  start(name: string): ChildProcess {
    const { command, environment } = services[name] ?? { command: [], environment: {} };
    const settings = Object.entries(environment).map(([key, value]) => [
      key,
      this.replaced[key] ?? String(value).replace('/run/secrets', this.secrets),
    ]);
    const child = spawn(process.execPath, command.slice(1), {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        // The server of the tests trades durability for speed.
        DURABILITY_CHECK: 'false',
        ...(Object.fromEntries(settings) as Record<string, string>),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.running.push(child);
    return child;
  }

  remove(): void {
    for (const child of this.running) if (!hasEnded(child)) child.kill('SIGKILL');
    rmSync(this.secrets, { recursive: true, force: true });
  }
}

/** The exit code; null when a signal ended the program. */
export function exitOf(child: ChildProcess): Promise<number | null> {
  if (hasEnded(child)) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
