import { argumentsOf, needed, only } from '../cli/arguments.js';
import { CONNECTION_OPTIONS, connectionOf } from '../cli/connection.js';
import { EXIT } from '../cli/exit-codes.js';
import { createPattiClient } from '../http/patti-client.js';
import { batchResults } from '../push/batch-results.js';
import type { Command } from './command.js';

export const results: Command = async (args, { env, out, signal }) => {
  const { values, positionals } = argumentsOf(args, { ...CONNECTION_OPTIONS, pact: { type: 'string' } });
  const batchId = only(positionals, 'batch');
  const pactId = needed(values.pact, 'pact');
  const client = createPattiClient({ ...connectionOf(values, env), signal });
  let rejected = 0;
  for await (const row of batchResults(client, pactId, batchId)) {
    if (row.outcome === 'rejected') rejected++;
    out.write(`${JSON.stringify(row)}\n`);
  }
  return rejected > 0 ? EXIT.rejected : EXIT.taken;
};
