import fc from 'fast-check';
import { Problem } from '#platform';
import { MAX_ROW_BYTES, Unreadable, type TextRow } from '../rows/row.js';
import { JsonInput } from './json.js';

async function* pieces(bytes: Buffer, cuts: readonly number[]): AsyncGenerator<Buffer> {
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  for (let index = 1; index < places.length; index += 1)
    yield bytes.subarray(places[index - 1], places[index]);
}

async function read(body: string | Buffer, cuts: readonly number[] = []) {
  const rows: TextRow[] = [];
  const input = new JsonInput(pieces(Buffer.from(body as string), cuts), undefined);
  for await (const some of input.rows()) rows.push(...some);
  return {
    source: input.source(),
    rows: rows.map((row) => (row instanceof Unreadable ? row.reason.code : row)),
  };
}

async function refusal(body: string | Buffer): Promise<string> {
  const error: unknown = await read(body).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) return error === undefined ? 'accepted' : 'no problem';
  const { pointer, code } = error.options.errors?.[0] ?? {};
  return code === undefined ? error.kind.slug : `${pointer} ${code}`;
}

describe('JsonInput', () => {
  it('gives the records and the source', async () => {
    const body = ' {"source" : "sil" , "records" : [ {"a":[1,{"b":"]},{"}]} ,\n{} ] } ';
    const { source, rows } = await read(body);
    expect(source).toBe('sil');
    expect(rows.map((row) => JSON.parse(row) as unknown)).toEqual([{ a: [1, { b: ']},{' }] }, {}]);
  });

  it('takes a batch without records, without a source, and with its members in any order', async () => {
    expect(await read('{"records":[]}')).toEqual({ source: undefined, rows: [] });
    expect(await read('{"records":[ ],"source":"x"}')).toEqual({ source: 'x', rows: [] });
    expect(await read('{"records":[{}],"source":"x"}')).toEqual({ source: 'x', rows: ['{}'] });
  });

  it.each([
    ['', 'malformed-request'],
    ['{', 'malformed-request'],
    ['{"records":[{}', 'malformed-request'],
    ['{"records":[{}]', 'malformed-request'],
    ['{"records":[{},]}', 'malformed-request'],
    ['{"records":[,{}]}', 'malformed-request'],
    ['{"records":[{}}]}', 'malformed-request'],
    ['{"records":[{}]}}', 'malformed-request'],
    ['{"records":[]}{"records":[]}', 'malformed-request'],
    ['{"records":[],"records":[]}', 'malformed-request'],
    ['\ufeff{"records":[]}', 'malformed-request'],
    ['['.repeat(20_000) + ']'.repeat(20_000), 'malformed-request'],
    ['{"a":'.repeat(5_000) + '1' + '}'.repeat(5_000), 'malformed-request'],
    [`{"x":"${'x'.repeat(100_000)}"}`, 'malformed-request'],
    ['[]', ' wrong-type'],
    ['null', ' wrong-type'],
    ['{}', '/records required'],
    ['{"records":{}}', '/records wrong-type'],
    ['{"records":[],"extra":1}', '/extra unknown-field'],
    ['{"records":[],"source":null}', '/source wrong-type'],
    ['{"records":[],"source":"No Code"}', '/source pattern'],
    ['{"\\u0072ecords":[{}]}', '/records wrong-type'],
  ])('refuses %.60s', async (body, expected) => {
    expect(await refusal(body)).toBe(expected);
  });

  it('leaves a row that is no object to who reads the rows', async () => {
    expect((await read('{"records":[null,"x" ,[1, 2],{}]}')).rows).toEqual(['null', '"x" ', '[1, 2]', '{}']);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const body = Buffer.from('{"records":[{"a":"?"}]}');
    body[body.indexOf('?')] = 0xff;
    expect(await refusal(body)).toBe('malformed-request');
  });

  it('names a row that is too long and keeps the others', async () => {
    const { rows } = await read(`{"records":[{},{"a":"${'x'.repeat(MAX_ROW_BYTES)}"},{}]}`, [70_000]);
    expect(rows).toEqual(['{}', 'row-too-long', '{}']);
  });

  it('gives the same rows however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 8 }),
        fc.array(fc.nat(5_000)),
        async (records, cuts) => {
          const { source, rows } = await read(JSON.stringify({ source: 'sil', records }), cuts);
          expect(source).toBe('sil');
          expect(rows).toEqual(records.map((record) => JSON.stringify(record)));
        },
      ),
    );
  });
});
