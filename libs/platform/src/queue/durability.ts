import { redis } from './backend.js';
import { bounded } from './bounded.js';

const ASK_MS = 3_000;
const POLICY = /^maxmemory_policy:(\S+)/m;

/**
 * A Redis that makes room by throwing jobs away is not worked with. One that is away is: jobs wait in the outbox.
 * @throws Error that names the policy.
 */
export async function refuseForgetfulRedis(url: string): Promise<void> {
  const policy = await policyOf(url);
  if (policy === undefined || policy === 'noeviction') return;
  throw new Error(
    `Redis has maxmemory-policy ${policy}: it may throw jobs away. Set noeviction, or DURABILITY_CHECK=false where ` +
      'nothing needs to be kept.',
  );
}

async function policyOf(url: string): Promise<string | undefined> {
  const connection = redis(url);
  connection.on('error', () => undefined);
  try {
    return POLICY.exec(await bounded(connection.info('memory'), ASK_MS))?.[1];
  } catch {
    return undefined;
  } finally {
    connection.disconnect();
  }
}
