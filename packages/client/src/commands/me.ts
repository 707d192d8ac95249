import { argumentsOf } from '../cli/arguments.js';
import { CONNECTION_OPTIONS, connectionOf } from '../cli/connection.js';
import { EXIT } from '../cli/exit-codes.js';
import { createPattiClient } from '../http/patti-client.js';
import { answered } from '../http/refusal.js';
import type { Command } from './command.js';

export const me: Command = async (args, { env, out, signal }) => {
  const { values } = argumentsOf(args, CONNECTION_OPTIONS);
  const client = createPattiClient({ ...connectionOf(values, env), signal });
  const { name, roles } = answered(await client.GET('/v1/me'));
  out.write(`${name}\n`);
  for (const { kind, pacts, scopes, permissions } of roles) {
    out.write(`  ${[kind, ...scopes].join(' ')}\n`);
    for (const pact of pacts) out.write(`    pact ${pact}\n`);
    out.write(`    ${permissions.join(' ')}\n`);
  }
  return EXIT.taken;
};
