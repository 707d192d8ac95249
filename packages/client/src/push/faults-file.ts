import { open, type FileHandle } from 'node:fs/promises';
import type { Fault } from './faults.js';

/** All faults of a push, one JSON object a line. */
export class FaultsFile {
  private constructor(
    private readonly handle: FileHandle,
    private length: number,
  ) {}

  /** Goes on after `length` bytes: what was written of a part that is sent again is written again. */
  static async open(path: string, length: number): Promise<FaultsFile> {
    const handle = await open(path, length > 0 ? 'r+' : 'w', 0o600);
    await handle.truncate(length);
    return new FaultsFile(handle, length);
  }

  /** How long the file is now. */
  async add(faults: readonly Fault[]): Promise<number> {
    const text = Buffer.from(faults.map((fault) => `${JSON.stringify(fault)}\n`).join(''));
    await this.handle.write(text, 0, text.length, this.length);
    this.length += text.length;
    return this.length;
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}
