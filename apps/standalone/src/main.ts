import { startStandalone, type Standalone } from './standalone.js';

/** The log goes to standard output; what is meant for a person goes to standard error, past it. */
const say = (text: string): boolean => process.stderr.write(`${text}\n`);

function introduce({ url, newAdminKey }: Standalone): void {
  say(`\n  Patti answers at   ${url}\n  API documentation  ${url}/docs`);
  if (newAdminKey) {
    say(
      `  Administrator key  ${newAdminKey}\n                     (shown this once; kept in the data directory as admin-key)`,
    );
  }
  say('  Stop with Ctrl-C\n');
}

function fail(what: string, error: unknown): never {
  say(`${what} ${error instanceof Error ? error.message : ''}`);
  process.exit(1);
}

const starting = startStandalone(process.env);
let stopping = false;

/** A start that is under way is finished first: whatever it has begun by then is known, and can be ended. */
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  say('Stopping …');
  const standalone = await starting;
  await standalone.stop().catch((error: unknown) => fail('Patti could not stop in good order.', error));
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());

try {
  const standalone = await starting;
  if (!stopping) introduce(standalone);
} catch (error) {
  fail('Patti could not start.', error);
}
