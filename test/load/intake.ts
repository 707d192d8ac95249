import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { bodies } from './intake-rows.js';
import { ADMIN_KEY, openBench, peakMemoryMb } from './programs.js';
import { median } from './rounds.js';

/**
 * Employment records pushed as NDJSON, against the server's own `COPY` of the very rows that come of them into the same
 * tables with their keys. ROWS and ROUNDS can be set.
 */
const ROWS = Number(process.env.ROWS ?? 1_000_000);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const BATCH = 5_000;
const CONNECTIONS = 2;
/** As the api is started in earnest: without it, V8 lets garbage pile up for as long as the machine has memory. */
const HEAP = '--max-old-space-size=512';
const API = fileURLToPath(new URL('../../apps/api/src/main.js', import.meta.url));
const TABLES = ['identity.participant_identity', 'participant', 'employment_spell'];

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
const bench = await openBench();
const database = new pg.Client(bench.databaseUrl);
const directory = mkdtempSync(join(tmpdir(), 'patti-copy-'));
try {
  chmodSync(directory, 0o777);
  await database.connect();
  const api = await bench.program(API, { LOG_LEVEL: 'error', NODE_OPTIONS: HEAP });
  const path = `${api.url}/v1/pacts/${await newPact(api.url)}/outcome-batches?source=bench`;
  const batches = bodies(ROWS, BATCH);
  const results = { ratio: [] as number[], own: [] as number[], copy: [] as number[], again: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    await empty();
    const own = ROWS / (await push(path, batches, 'created'));
    const again = ROWS / (await push(path, batches, 'unchanged'));
    const copy = ROWS / (await copyOfTheSame());
    results.own.push(own);
    results.copy.push(copy);
    results.again.push(again / own);
    results.ratio.push(own / copy);
    console.log(
      `round ${round + 1}: ${rate(own)} rows/s pushed, ${rate(again)} again, ${rate(copy)} by COPY`,
    );
  }
  console.log(`${ROWS} employment records, ${BATCH} a batch, ${CONNECTIONS} connections`);
  console.log(`pushed / COPY              ${median(results.ratio).toFixed(2)}   (reach 0.35, aim 0.60)`);
  console.log(`pushed again / first push  ${median(results.again).toFixed(2)}   (reach 1.50)`);
  console.log(`peak memory of the api     ${peakMemoryMb(api.pid).toFixed(0)} MB (at most 300)`);
} finally {
  agent.destroy();
  await database.end();
  rmSync(directory, { recursive: true, force: true });
  await bench.close();
}

async function newPact(url: string): Promise<string> {
  const answer = await fetch(`${url}/v1/pacts`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${ADMIN_KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({
      title: 'Intake bench',
      commonAgenda: 'Bench',
      territory: ['015146'],
      startsOn: '2020-01-01',
      ratificationRule: { kind: 'all_signatories' },
    }),
  });
  return ((await answer.json()) as { id: string }).id;
}

async function empty(): Promise<void> {
  await database.query(
    `truncate outcome_batch_results, outcome_batch, record_history, ${TABLES.join(', ')} cascade`,
  );
  await database.query('checkpoint');
}

/** Seconds until all batches have been answered; as many at a time as there are connections. */
async function push(url: string, batches: readonly Buffer[], outcome: string): Promise<number> {
  const waiting = batches.values();
  const start = performance.now();
  const sender = async (): Promise<void> => {
    for (const body of waiting) {
      const counts = (await post(url, body)) as Record<string, number>;
      if (counts[outcome] !== counts['received']) throw new Error(`not all rows are ${outcome}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, sender));
  return (performance.now() - start) / 1_000;
}

function post(url: string, body: Buffer): Promise<unknown> {
  const headers = {
    Authorization: `Bearer ${ADMIN_KEY}`,
    'Content-Type': 'application/x-ndjson',
    'Content-Length': body.length,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200) resolve((JSON.parse(text) as { counts: unknown }).counts);
        else reject(new Error(`${answer.statusCode}: ${text.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Takes the rows out and puts them back by the server's own `COPY`: seconds of the way back. */
async function copyOfTheSame(): Promise<number> {
  const file = (table: string) => join(directory, table);
  for (const table of TABLES) await database.query(`copy ${table} to '${file(table)}'`);
  await empty();
  const start = performance.now();
  for (const table of TABLES) await database.query(`copy ${table} from '${file(table)}'`);
  const seconds = (performance.now() - start) / 1_000;
  for (const table of TABLES) rmSync(file(table), { force: true });
  return seconds;
}

function rate(perSecond: number): string {
  return Math.round(perSecond).toLocaleString('en');
}
