import { openKeptDatabase } from '../../standalone/src/kept-database.js';
import { verifyTrail } from './verify-trail.js';

/** Says what is wrong with the audit trail, a line each. Exits with 0 when nothing is, 1 when something is, else 2. */
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { env } = process;
  const given = env.DATABASE_URL || env.DATABASE_URL_FILE;
  const kept = given ? undefined : await openKeptDatabase(env.DATA_DIR || '.data');
  try {
    const anchors = kept && { AUDIT_ANCHOR_FILE: kept.auditAnchors };
    return (await verifyTrail({ ...anchors, ...env, ...kept?.settings }, say)) ? 0 : 1;
  } finally {
    await kept?.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(
    `The audit trail could not be verified. ${error instanceof Error ? error.message : ''}\n`,
  );
  process.exitCode = 2;
}
