import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DirectoryClaim } from './directory-claim.js';

/** What the standalone app keeps for itself: its database, and secrets it made. One program at a time. */
export class DataDirectory {
  private constructor(
    readonly path: string,
    private readonly claim: DirectoryClaim,
  ) {}

  /** Two programs on one directory would stop each other's database, so the second is refused. */
  static async open(given: string): Promise<DataDirectory> {
    const path = resolve(given);
    // Others may pass through (PostgreSQL may run under another account) but not look around.
    await mkdir(path, { recursive: true, mode: 0o711 });
    return new DataDirectory(path, await DirectoryClaim.take(path));
  }

  get database(): string {
    return join(this.path, 'database');
  }

  get erasureList(): string {
    return join(this.path, 'erasures.ndjson');
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

  release(): Promise<void> {
    return this.claim.release();
  }
}

/** Beside the database, not in it: what is written here is no part of a dump, and stays as it is. */
export const auditAnchorsIn = (path: string): string => join(path, 'audit-anchors.ndjson');
