import { Readable, pipeline } from 'node:stream';
import { CsvError, parse, type Options } from 'csv-parse';
import type { Row } from './part.js';
import { Unreadable } from './unreadable.js';

const LARGEST_RECORD = 1_048_576;
const BREAK = /\r\n|\r|\n/g;
const EDGES = /^[\r\n]+|[\r\n]+$/g;

export const DELIMITERS = { semicolon: ';', comma: ',' } as const;
export type Delimiter = keyof typeof DELIMITERS;

/** A table, record by record as it was written. The first one is the header, and has a line but is not counted. */
export async function* csvRecords(text: AsyncIterable<string>, delimiter?: Delimiter): AsyncGenerator<Row> {
  const { header, all } = await peek(text);
  const parser = parse(options(delimiter ? DELIMITERS[delimiter] : delimiterOf(header)));
  // A fault of the text reaches the loop below through the parser.
  pipeline(Readable.from(all), parser, () => undefined);
  let line = 1;
  try {
    for await (const { raw } of parser as AsyncIterable<{ raw: string }>) {
      const written = raw.replace(EDGES, '');
      line += breaksIn(/^[\r\n]*/.exec(raw)?.[0] ?? '');
      yield { text: written, line };
      line += breaksIn(written) + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const { lines } = error as unknown as { lines?: number };
    throw new Unreadable(`the table cannot be read from line ${lines ?? line} on (${error.code})`);
  }
}

const options = (delimiter: string): Options => ({
  delimiter,
  raw: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: LARGEST_RECORD,
});

const breaksIn = (text: string): number => text.match(BREAK)?.length ?? 0;

function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  return bare.split(';').length > bare.split(',').length ? ';' : ',';
}

async function peek(text: AsyncIterable<string>): Promise<{ header: string; all: AsyncIterable<string> }> {
  const chunks = text[Symbol.asyncIterator]();
  let read = '';
  let ended = false;
  while (!ended && !/[\r\n]/.test(read.trimStart()) && read.length < LARGEST_RECORD) {
    const next = await chunks.next();
    ended = next.done === true;
    read += next.done ? '' : next.value;
  }
  return { header: read.trimStart().split(/[\r\n]/, 1)[0] ?? '', all: followed(read, chunks) };
}

async function* followed(read: string, chunks: AsyncIterator<string>): AsyncGenerator<string> {
  yield read;
  yield* { [Symbol.asyncIterator]: () => chunks };
}
