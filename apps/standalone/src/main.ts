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

try {
  const standalone = await startStandalone(process.env);
  introduce(standalone);
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    say('Stopping …');
    await standalone.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
} catch (error) {
  say(`Patti could not start. ${error instanceof Error ? error.message : ''}`);
  process.exit(1);
}
