import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root; then it runs as one of these, whichever exists. */
const CANDIDATES = ['postgres', 'nobody'];

/** The account to run the server under: none when we are not root. */
export async function bestAccount(...paths: string[]): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const path of paths) await checkReachable(dirname(path));
  for (const name of CANDIDATES) {
    const account = await idsOf(name);
    if (account) return account;
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a postgres nor a nobody account.');
}

async function idsOf(name: string): Promise<Account | undefined> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => (await run('id', [flag, name])).stdout),
    );
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return undefined;
  }
}

/** Another account can only get to a path when every directory above it may be entered by all. */
async function checkReachable(path: string): Promise<void> {
  for (let at = path; at !== dirname(at); at = dirname(at)) {
    const mode = await stat(at).then(
      (found) => found.mode,
      () => constants.S_IXOTH,
    );
    if ((mode & constants.S_IXOTH) === 0) {
      throw new Error(
        `As root, PostgreSQL runs under another account, and that one cannot enter ${at}. ` +
          'Run as an ordinary user, clone elsewhere (such as /opt or /srv), or give DATABASE_URL.',
      );
    }
  }
}
