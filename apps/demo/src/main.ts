import { setMaxListeners } from 'node:events';
import { todayInRome } from '#kernel';
import { runDemo, type Loaded } from './demo.js';
import { Client } from './loader/client.js';
import { Progress } from './loader/progress.js';
import { administratorKey, findOrStartServer, type Server } from './loader/server.js';
import { LEGEND, renderTable } from './loader/table.js';
import { readOptions, USAGE, type Options } from './options.js';

const stopping = new AbortController();
const progress = new Progress(process.stdout);

// Every request listens to it; there are thousands.
setMaxListeners(0, stopping.signal);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait.
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
  });
}

process.exitCode = await main().catch((error: unknown) => {
  if (stopping.signal.aborted) return 130;
  process.stderr.write(`patti demo: ${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
});

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (!options) {
    progress.line(USAGE);
    return 0;
  }
  progress.line('Patti: a fictitious network modelled on the twelve pilot territories of InLav Lombardia');
  const server = await findOrStartServer(options, stopping.signal);
  try {
    return await show(options, server);
  } finally {
    await server.stop();
  }
}

async function show(options: Options, server: Server): Promise<number> {
  const admin = new Client(server.url, administratorKey(options), stopping.signal);
  progress.line(`  ${'Server'.padEnd(22)} ${server.url}${server.own ? ', started for the demo' : ''}\n`);
  const since = Date.now();
  const loaded = await runDemo(admin, { ...options, today: todayInRome() }, progress);
  printFigures(loaded);
  printAddresses(server, loaded);
  progress.line(`\n${summary(loaded)} ${((Date.now() - since) / 1000).toFixed(0)} s in all.`);
  if (server.own && !options.exit) await untilStopped();
  return 0;
}

function printFigures({ rows }: Loaded): void {
  progress.line('\nSince the start of each pact:\n');
  for (const line of renderTable(rows)) progress.line(line);
  progress.line(`\n${LEGEND.join('\n')}`);
}

function printAddresses({ url }: Server, { dashboardKey, pactIds }: Loaded): void {
  progress.line('\nTo look at:');
  progress.line(`  ${url}/docs   every operation of the API`);
  progress.line(`  curl -H 'Authorization: Bearer ${dashboardKey}' \\`);
  progress.line(`    '${url}/v1/pacts/${pactIds[0]}/figures?indicator=job_retention_90&period=since-start'`);
  progress.line(`  dashboard key (reads figures, nothing else): ${dashboardKey}`);
}

function summary({ added }: Loaded): string {
  return added === 0 ? 'The demo was already loaded: nothing was added.' : 'The demo is loaded.';
}

async function untilStopped(): Promise<void> {
  progress.line('The server keeps running. Ctrl-C stops it.');
  await new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve()));
  progress.line('\nStopping …');
}
