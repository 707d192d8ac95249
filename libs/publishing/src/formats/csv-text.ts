import { setImmediate as otherWork } from 'node:timers/promises';
import { stringify } from 'csv-stringify/sync';

const LINES_AT_ONCE = 500;
/** What a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A text that would be run gets an apostrophe in front; a number is one, also below zero. */
const safe = (value: unknown): unknown =>
  typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;

/** RFC 4180, a part at a time, with room for other requests between the parts. */
export async function* csvText(
  columns: readonly string[],
  lines: Iterable<readonly unknown[]>,
): AsyncIterable<string> {
  let waiting: unknown[][] = [[...columns]];
  for (const line of lines) {
    waiting.push(line.map(safe));
    if (waiting.length < LINES_AT_ONCE) continue;
    yield written(waiting);
    waiting = [];
    await otherWork();
  }
  if (waiting.length > 0) yield written(waiting);
}

const written = (lines: unknown[][]): string =>
  stringify(lines, { record_delimiter: 'windows', cast: { boolean: String } });
