import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** What the standalone app keeps for itself: secrets it made, and a mark that it runs. */
export class DataDirectory {
  private constructor(readonly path: string) {}

  static async open(path: string): Promise<DataDirectory> {
    const directory = new DataDirectory(resolve(path));
    // Others may pass through (PostgreSQL may run under another account) but not look around.
    await mkdir(directory.path, { recursive: true, mode: 0o711 });
    await directory.claim();
    return directory;
  }

  get database(): string {
    return join(this.path, 'database');
  }

  /** The secret of this name; made, kept for the owner's eyes only, and reported as new when there was none. */
  async secret(name: string): Promise<{ value: string; isNew: boolean }> {
    const file = join(this.path, name);
    const kept = await readFile(file, 'utf8').catch(() => undefined);
    if (kept !== undefined) return { value: kept.trim(), isNew: false };
    const value = randomBytes(32).toString('hex');
    await writeFile(file, `${value}\n`, { mode: 0o600, flag: 'wx' });
    return { value, isNew: true };
  }

  async release(): Promise<void> {
    await rm(this.pidFile, { force: true });
  }

  private get pidFile(): string {
    return join(this.path, 'patti.pid');
  }

  /** Two programs on one directory would stop each other's database. A mark left by a crash does not count. */
  private async claim(): Promise<void> {
    const pid = Number(await readFile(this.pidFile, 'utf8').catch(() => ''));
    if (pid > 0 && pid !== process.pid && isAlive(pid)) {
      throw new Error(`Patti already runs on ${this.path} (process ${pid}).`);
    }
    await writeFile(this.pidFile, String(process.pid));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
