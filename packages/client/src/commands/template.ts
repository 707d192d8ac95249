import { writeFile } from 'node:fs/promises';
import { argumentsOf, oneOf, only } from '../cli/arguments.js';
import { CONNECTION_OPTIONS, connectionOf } from '../cli/connection.js';
import { EXIT, UsageError } from '../cli/exit-codes.js';
import { createPattiClient } from '../http/patti-client.js';
import { answered } from '../http/refusal.js';
import type { Command } from './command.js';

const OPTIONS = {
  ...CONNECTION_OPTIONS,
  format: { type: 'string' },
  delimiter: { type: 'string' },
  output: { type: 'string' },
} as const;
/** It becomes the name of a file. */
const KIND = /^[a-z_]+$/;

/** Writes an empty table of a kind of record, to be filled in and pushed. What is there already is not overwritten. */
export const template: Command = async (args, { env, out, words, signal }) => {
  const { values, positionals } = argumentsOf(args, OPTIONS);
  const kind = only(positionals, 'kind');
  if (!KIND.test(kind)) throw new UsageError('a kind is a word like employment or labour_status');
  const format = oneOf(values.format, ['csv', 'xlsx'], 'format') ?? 'csv';
  const delimiter = oneOf(values.delimiter, ['semicolon', 'comma'], 'delimiter');
  if (delimiter !== undefined && format !== 'csv') throw new UsageError('--delimiter goes with CSV only');
  const client = createPattiClient({ ...connectionOf(values, env), signal });
  const result = await client.GET('/v1/record-kinds/{kind}/template', {
    params: { path: { kind }, query: { format, ...(delimiter && { delimiter }) } },
    parseAs: 'arrayBuffer',
  });
  const file = values.output ?? `${kind}.${format}`;
  await writeNew(file, answered<ArrayBuffer>(result));
  out.write(`${words.written} ${file}\n`);
  return EXIT.taken;
};

async function writeNew(file: string, content: ArrayBuffer): Promise<void> {
  try {
    await writeFile(file, new Uint8Array(content), { flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new UsageError(`${file} is there already: --output <file>`);
    throw new UsageError(`${file} cannot be written`);
  }
}
