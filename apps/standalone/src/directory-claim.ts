import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * The mark that a program works in a directory: a local socket it listens on. It dies with its process, however that
 * ends, so a mark left by a crash is told from one that is alive by knocking at it; a number in a file is not.
 */
export class DirectoryClaim {
  private constructor(private readonly server: Server) {}

  /** @throws Error when another program holds the directory. */
  static async take(directory: string): Promise<DirectoryClaim> {
    const address = addressFor(directory);
    if (await answers(address)) throw new Error(`Patti already runs on ${directory}.`);
    if (platform() !== 'win32') await rm(address, { force: true });
    const server = createServer((knock) => knock.end()).unref();
    await new Promise<void>((taken, refused) => {
      server.once('error', () => refused(new Error(`Patti already runs on ${directory}.`)));
      server.listen(address, taken);
    });
    return new DirectoryClaim(server);
  }

  async release(): Promise<void> {
    await new Promise((released) => this.server.close(released));
  }
}

/** Socket paths are short by law, so the directory stands in it as a hash. */
function addressFor(directory: string): string {
  const name = `patti-${createHash('sha256').update(directory).digest('hex').slice(0, 24)}`;
  return platform() === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
}

const answers = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const knock = connect(address, () => {
      knock.destroy();
      resolve(true);
    });
    knock.once('error', () => resolve(false));
  });
