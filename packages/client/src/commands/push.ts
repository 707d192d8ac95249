import { EXIT } from '../cli/exit-codes.js';
import { pushOptionsOf } from '../cli/push-options.js';
import { summaryOf } from '../cli/summary.js';
import { ProgressBar } from '../cli/terminal.js';
import { createPattiClient } from '../http/patti-client.js';
import { Refusal } from '../http/refusal.js';
import { Unreadable } from '../push/unreadable.js';
import { pushFile, type Pushed } from '../push/push-file.js';
import type { Command } from './command.js';

export const push: Command = async (args, { env, out, err, words, signal }) => {
  const { connection, bytes, dryRun, ...what } = pushOptionsOf(args, env);
  const onPause = (ms: number): void => {
    // Short waits are nobody's concern.
    if (ms >= 1_000) err.write(`${words.waiting} ${Math.round(ms / 1_000)} s\n`);
  };
  const client = createPattiClient({ ...connection, signal, patience: { onPause } });
  const bar = new ProgressBar(err, bytes);
  const pushed = await pushFile(client, {
    ...what,
    url: connection.url,
    onPart: (done) => bar.add(done),
  }).catch((error: unknown) => {
    bar.end();
    if (canGoOn(error)) err.write(`${words.goOn}\n`);
    throw error;
  });
  bar.end();
  if (pushed.resumedAfter > 0) out.write(`${words.resumed} ${pushed.resumedAfter}\n`);
  for (const line of summaryOf(pushed, dryRun, words)) out.write(`${line}\n`);
  if (what.faultsPath !== undefined) out.write(`${words.faultsIn} ${what.faultsPath}\n`);
  return exitCodeOf(pushed);
};

/** What is wrong with the file or with the request will be wrong again. */
const canGoOn = (error: unknown): boolean =>
  !(error instanceof Unreadable) && !(error instanceof Refusal && error.status < 500 && error.status !== 429);

function exitCodeOf({ refused, counts }: Pushed): number {
  if (refused) return EXIT.failed;
  return counts.rejected > 0 ? EXIT.rejected : EXIT.taken;
}
