import { readFileSync } from 'node:fs';
import type { Connection } from '../http/patti-client.js';
import { UsageError } from './exit-codes.js';

const LOCAL = 'http://127.0.0.1:3000';
const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

export const CONNECTION_OPTIONS = {
  url: { type: 'string' },
  'key-file': { type: 'string' },
  'plain-http': { type: 'boolean', default: false },
} as const;

interface Told {
  readonly url?: string | undefined;
  readonly 'key-file'?: string | undefined;
  readonly 'plain-http'?: boolean | undefined;
}

/** The key comes from the environment or a file: a command line is seen by everybody on the machine. */
export function connectionOf(told: Told, env: NodeJS.ProcessEnv): Connection {
  const url = addressOf(told.url ?? env['PATTI_URL'] ?? LOCAL);
  if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname) && told['plain-http'] !== true)
    throw new UsageError(`the key would travel in the clear: use https, or say --plain-http`);
  const keyFile = told['key-file'];
  const key = (keyFile === undefined ? env['PATTI_KEY'] : keyIn(keyFile))?.trim();
  if (!key) throw new UsageError('a key is needed: PATTI_KEY or --key-file');
  return { url: url.href.replace(/\/+$/, ''), key };
}

function addressOf(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ['http:', 'https:'].includes(url.protocol) && url.username + url.password + url.search === '')
    return url;
  throw new UsageError('--url takes the address of the service, like https://patti.example.org');
}

function keyIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
}
