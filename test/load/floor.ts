import { fileURLToPath } from 'node:url';
import type { Bench, Program } from './programs.js';
import { aloneMs, compare, type Load } from './rounds.js';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const SECONDS = Number(process.env.SECONDS ?? 5);

const REFERENCE = fileURLToPath(new URL('reference-server.js', import.meta.url));

/** Starts a server that does one statement and nothing else, and that nothing holds back in the database. */
export const bareServers =
  (bench: Bench, databaseUrl: string) =>
  (statement: string, ...parameters: string[]): Promise<Program> =>
    bench.program(REFERENCE, {
      DATABASE_URL: databaseUrl,
      STATEMENT: statement,
      PARAMETERS: JSON.stringify(parameters),
    });

/** Measures against the floor and prints the ratio. */
export async function report(
  what: string,
  goal: number,
  load: Load,
  reference: Program,
  sent: Partial<Load> = {},
): Promise<void> {
  const {
    ratio,
    ours,
    reference: floor,
    p99Ratio,
  } = await compare(load, { ...sent, name: 'reference', url: reference.url }, ROUNDS, SECONDS);
  const rates = `${Math.round(ours)}/s against ${Math.round(floor)}/s`;
  const alone = `alone ${await aloneMs(load)} ms`;
  console.log(
    `${what.padEnd(16)} ${ratio.toFixed(2)} of the floor (goal ${goal})   ${rates}   p99 × ${p99Ratio.toFixed(1)}   ${alone}`,
  );
}
