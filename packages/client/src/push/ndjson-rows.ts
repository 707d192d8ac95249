import type { Row } from './part.js';
import { Unreadable } from './unreadable.js';

/** The service takes rows of 64 KiB; what is far longer is no NDJSON, and would fill the memory. */
const LONGEST = 1_048_576;

/** One row for each line that is not blank. Only line feeds end a line: the other breaks may stand in JSON text. */
export async function* ndjsonRows(text: AsyncIterable<string>): AsyncGenerator<Row> {
  let line = 0;
  let rest = '';
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) yield* row(one, ++line);
    if (rest.length > LONGEST) throw new Unreadable(`line ${line + 1} is longer than ${LONGEST} characters`);
  }
  yield* row(rest, line + 1);
}

function* row(text: string, line: number): Generator<Row> {
  const trimmed = text.trim();
  if (trimmed !== '') yield { text: trimmed, line };
}
