import { invalidRequest } from '#platform';
import { MAX_ROW_BYTES } from '../../rows/row.js';

export const DELIMITERS = { semicolon: ';', comma: ',' } as const;
export type Delimiter = keyof typeof DELIMITERS;

const LINE_END = /[\r\n]/;
const QUOTED = /"[^"]*"/g;

/** Which delimiter stands in the header: names of columns hold neither. */
export function delimiterOf(header: string): string {
  const bare = header.replace(QUOTED, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return count(DELIMITERS.semicolon) > count(DELIMITERS.comma) ? DELIMITERS.semicolon : DELIMITERS.comma;
}

/** The header of a text, and the text with it as if nothing had been read. */
export async function peekHeader(
  chunks: AsyncIterator<Buffer>,
): Promise<{ header: string; all: AsyncGenerator<Buffer> }> {
  const read: Buffer[] = [];
  let text = '';
  let isWhole = false;
  while (!isWhole && !LINE_END.test(text.trimStart())) {
    const { done, value } = await chunks.next();
    if (done === true) isWhole = true;
    else {
      read.push(value);
      text += value.toString();
    }
    if (text.length > MAX_ROW_BYTES && !LINE_END.test(text)) throw tooLong();
  }
  return {
    header: text.trimStart().split(LINE_END, 1)[0] ?? '',
    all: together(read, isWhole ? undefined : chunks),
  };
}

async function* together(read: readonly Buffer[], rest?: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* read;
  if (rest !== undefined) yield* { [Symbol.asyncIterator]: () => rest };
}

const tooLong = () =>
  invalidRequest([
    { pointer: '', code: 'row-too-long', detail: `The header may have ${MAX_ROW_BYTES} bytes.` },
  ]);
