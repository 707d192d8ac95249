import fc from 'fast-check';
import { MAX_ROW_BYTES, Unreadable, type TextRow } from '../rows/row.js';
import { NdjsonInput } from './ndjson.js';

async function* pieces(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  for (let index = 1; index < places.length; index += 1)
    yield bytes.subarray(places[index - 1], places[index]);
}

async function rowsOf(body: string | Buffer, cuts: readonly number[] = []): Promise<string[]> {
  const rows: TextRow[] = [];
  const input = new NdjsonInput(pieces(Buffer.from(body as string), cuts), undefined);
  for await (const some of input.rows()) rows.push(...some);
  return rows.map((row) => (row instanceof Unreadable ? `! ${row.reason.code}` : row));
}

describe('NdjsonInput', () => {
  it('gives one row a line', async () => {
    expect(await rowsOf('{"a":1}\n{"b":2}\n')).toEqual(['{"a":1}', '{"b":2}']);
  });

  it('takes a last line that does not end, and no line at all', async () => {
    expect(await rowsOf('{}\n{}')).toEqual(['{}', '{}']);
    expect(await rowsOf('')).toEqual([]);
  });

  it('does not count blank lines', async () => {
    expect(await rowsOf('\n{}\n \t\n\r\n{}\n\n')).toEqual(['{}', '{}']);
  });

  it('takes a byte order mark at the very beginning only', async () => {
    expect(await rowsOf('\ufeff{}\n\ufeff{}')).toEqual(['{}', '\ufeff{}']);
    const unreadable = Buffer.concat([Buffer.from([0xc3, 0x28, 0x0a]), Buffer.from('\ufeff{}')]);
    for (const cuts of [[], [1], [3], [6]])
      expect(await rowsOf(unreadable, cuts)).toEqual(['! not-utf8', '\ufeff{}']);
  });

  it('names a row that is not UTF-8 and keeps the others', async () => {
    const body = Buffer.concat([
      Buffer.from('{"a":1}\n'),
      Buffer.from([0x22, 0xff, 0x22, 0x0a]),
      Buffer.from('{}'),
    ]);
    expect(await rowsOf(body)).toEqual(['{"a":1}', '! not-utf8', '{}']);
  });

  it('names a row that is too long and keeps the others', async () => {
    const long = `"${'x'.repeat(MAX_ROW_BYTES)}"`;
    expect(await rowsOf(`{}\n${long}\n{}`)).toEqual(['{}', '! row-too-long', '{}']);
    expect(await rowsOf(`{}\n${long}`, [10, 20_000])).toEqual(['{}', '! row-too-long']);
  });

  it('holds no more than one row of a line without end', async () => {
    const endless = (async function* () {
      for (let count = 0; count < 5_000; count += 1) yield Buffer.alloc(65_536, 'x');
    })();
    const before = process.memoryUsage().arrayBuffers;
    for await (const _ of new NdjsonInput(endless, undefined).rows()) continue;
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000);
  });

  it('gives the same rows however the bytes are cut', async () => {
    const line = fc.oneof(
      { weight: 6, arbitrary: fc.json().map((text) => Buffer.from(text)) },
      {
        weight: 2,
        arbitrary: fc
          .constantFrom('', ' ', '\r', '{"a":"è😀"}\r', '\ufeff{}')
          .map((text) => Buffer.from(text)),
      },
      { weight: 1, arbitrary: fc.constant(Buffer.from([0xc3, 0x28])) },
      { weight: 1, arbitrary: fc.constantFrom('x', 'è').map((char) => Buffer.from(char.repeat(40_000))) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.array(fc.nat(200_000)), async (lines, cuts) => {
        const body = Buffer.concat(lines.flatMap((each) => [each, Buffer.from('\n')]));
        expect(await rowsOf(body, cuts)).toEqual(await rowsOf(body));
      }),
    );
  });
});
