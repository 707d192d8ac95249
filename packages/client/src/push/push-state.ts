import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Fault } from './faults.js';
import type { Batch } from './batch-results.js';

export type Counts = Batch['counts'];

/** How far a push has come. Kept in a file, so that the next one goes on where this one stopped. */
export interface Progress {
  /** Told apart from a later push of the same file: that one is to be judged anew, not answered from memory. */
  readonly pushId: string;
  readonly partsDone: number;
  readonly counts: Counts;
  readonly faults: number;
  readonly firstFaults: readonly Fault[];
  /** How long the file of faults was when the last part was done. */
  readonly faultsBytes: number;
}

const begun = (): Progress => ({
  pushId: randomUUID(),
  partsDone: 0,
  counts: { received: 0, created: 0, updated: 0, unchanged: 0, deleted: 0, rejected: 0 },
  faults: 0,
  firstFaults: [],
  faultsBytes: 0,
});

/** What is pushed where and how, without the key: another content or another option is another push. */
export async function fingerprintOf(file: string, options: object): Promise<string> {
  const content = createHash('sha256');
  for await (const chunk of createReadStream(file)) content.update(chunk as Buffer);
  return createHash('sha256').update(content.digest()).update(JSON.stringify(options)).digest('hex');
}

export class PushState {
  private readonly path: string;

  constructor(
    file: string,
    private readonly fingerprint: string,
    folder: string = dirname(file),
  ) {
    this.path = join(folder, `.${basename(file)}.${fingerprint.slice(0, 12)}.patti-push`);
  }

  /** The progress of an interrupted push, or that of a new one. */
  async open(): Promise<Progress> {
    const kept = await readFile(this.path, 'utf8').catch(ifAbsent);
    const state = kept === undefined ? undefined : (JSON.parse(kept) as Progress & { fingerprint: string });
    if (state?.fingerprint === this.fingerprint) return state;
    const progress = begun();
    await this.keep(progress);
    return progress;
  }

  /** Whole or not at all, however the program ends. */
  async keep(progress: Progress): Promise<void> {
    const text = JSON.stringify({ ...progress, fingerprint: this.fingerprint });
    await writeFile(`${this.path}.new`, text, { mode: 0o600, flush: true });
    await rename(`${this.path}.new`, this.path);
  }

  async forget(): Promise<void> {
    await rm(this.path, { force: true });
  }

  /** The same for every try of the same part of this push. */
  idempotencyKey({ pushId }: Progress, part: number): string {
    return createHash('sha256').update(`${this.fingerprint}\n${pushId}\n${part}`).digest('hex');
  }
}

function ifAbsent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
