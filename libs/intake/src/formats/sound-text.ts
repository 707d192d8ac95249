import { isUtf8 } from 'node:buffer';
import { malformedRequest } from '#platform';

const NEWLINE = 0x0a;
const CONTINUATION = 0x80;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const LONGEST_CHARACTER = 4;

const notUtf8 = (line: number) => malformedRequest({ detail: `Line ${line} is not valid UTF-8.` });
const utf16 = () => malformedRequest({ detail: 'This is UTF-16. Save the file as UTF-8.' });

/**
 * The bytes of a text, cut so that no character is, without a byte order mark. One that is not sound ends it all: what
 * comes after may be anything.
 */
export async function* soundText(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  let atStart = true;
  for await (const chunk of chunks) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (atStart && bytes.length < LONGEST_CHARACTER) {
      rest = bytes;
      continue;
    }
    const text = atStart ? withoutMark(bytes) : bytes;
    atStart = false;
    const end = lastWhole(text);
    const whole = text.subarray(0, end);
    if (!isUtf8(whole)) throw notUtf8(line + newlines(whole, firstUnsound(whole)));
    line += newlines(whole, whole.length);
    rest = text.subarray(end);
    yield whole;
  }
  if (atStart) rest = withoutMark(rest);
  if (!isUtf8(rest)) throw notUtf8(line);
  if (rest.length > 0) yield rest;
}

function withoutMark(bytes: Buffer): Buffer {
  if (UTF16_MARKS.some((mark) => bytes.subarray(0, mark.length).equals(mark))) throw utf16();
  return bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? bytes.subarray(BYTE_ORDER_MARK.length)
    : bytes;
}

/** Where the last character begins that may go on in the next chunk; the end when none does. */
function lastWhole(bytes: Buffer): number {
  for (let back = 1; back < LONGEST_CHARACTER && back <= bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < CONTINUATION) return bytes.length;
    if (byte >= 0xc0) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

const lengthOf = (lead: number): number => (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2);

/** Halves the stretch in which the first unsound byte lies. */
function firstUnsound(bytes: Buffer): number {
  let [sound, unsound] = [0, bytes.length];
  while (unsound - sound > 1) {
    const middle = (sound + unsound) >> 1;
    if (isUtf8(bytes.subarray(0, lastWhole(bytes.subarray(0, middle))))) sound = middle;
    else unsound = middle;
  }
  return sound;
}

function newlines(bytes: Buffer, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0 && at < end; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}
