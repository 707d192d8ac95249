import { EXIT, UsageError } from './cli/exit-codes.js';
import type { Command, Surroundings } from './commands/command.js';
import { me } from './commands/me.js';
import { push } from './commands/push.js';
import { results } from './commands/results.js';
import { template } from './commands/template.js';

const COMMANDS: Readonly<Record<string, Command>> = { push, me, results, template };

/** The whole program, but for its process. */
export async function run(args: readonly string[], around: Surroundings): Promise<number> {
  const [name, ...more] = args;
  if (name === undefined || args.includes('--help') || args.includes('-h')) {
    around.out.write(around.words.usage);
    return name === undefined ? EXIT.usage : EXIT.taken;
  }
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (!command) throw new UsageError(`there is no command ${name}: patti --help`);
    return await command(more, around);
  } catch (error) {
    return told(error, around);
  }
}

function told(error: unknown, { err, signal }: Surroundings): number {
  if (signal?.aborted) return EXIT.interrupted;
  err.write(`patti: ${messageOf(error)}\n`);
  return error instanceof UsageError ? EXIT.usage : EXIT.failed;
}

/** Of a network fault the cause says more than `fetch failed`. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error as { cause?: unknown };
  return cause instanceof Error ? `${error.message}: ${cause.message || cause.name}` : error.message;
}
