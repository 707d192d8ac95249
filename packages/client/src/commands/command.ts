import type { Output } from '../cli/terminal.js';
import type { Words } from '../cli/words.js';

/** What a command may touch of the world. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly out: Output;
  readonly err: Output;
  readonly words: Words;
  readonly signal?: AbortSignal | undefined;
}

/** Ends with the exit code of the program. */
export type Command = (args: readonly string[], around: Surroundings) => Promise<number>;
