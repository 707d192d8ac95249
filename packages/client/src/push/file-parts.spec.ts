import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { filePartsOf, type Reading } from './file-parts.js';
import { cut, type Part } from './part.js';

const gathered = async (parts: AsyncIterable<Part>): Promise<Part[]> => {
  const all: Part[] = [];
  for await (const part of parts) all.push(part);
  return all;
};

describe('parts of a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'patti-parts-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const parts = async (bytes: string | Uint8Array, how: Partial<Reading>): Promise<Part[]> => {
    const file = join(folder, 'file');
    await writeFile(file, bytes);
    const size = { partRows: 2, partBytes: 1_000 };
    const { parts: all } = await filePartsOf({ file, format: 'ndjson', encoding: 'utf-8', ...size, ...how });
    return gathered(all);
  };

  it('repeat the header of a table and count rows without it', async () => {
    const [first, second] = await parts('id;n\n1;a\n2;"b\nb"\n3;c\n', { format: 'csv' });
    expect(first).toEqual({
      number: 1,
      body: 'id;n\n1;a\n2;"b\nb"\n',
      contentType: 'text/csv',
      rowsBefore: 0,
      lines: [2, 3],
      rows: 2,
    });
    expect(second).toMatchObject({ number: 2, body: 'id;n\n3;c\n', rowsBefore: 2, lines: [5], rows: 1 });
  });

  it('of NDJSON leave out blank lines and know where each row stood', async () => {
    const read = await parts('{"a":1}\n\n{"a":2}\r\n{"a":"\u2028"}', {});
    expect(read.map(({ body, lines }) => ({ body, lines }))).toEqual([
      { body: '{"a":1}\n{"a":2}\n', lines: [1, 3] },
      { body: '{"a":"\u2028"}\n', lines: [4] },
    ]);
  });

  it('of a JSON file are NDJSON with the source that the file names', async () => {
    const file = join(folder, 'batch.json');
    await writeFile(file, '{"source":"sil","records":[{"a":1},{"a":2},{"a":3}]}');
    const reading = { file, format: 'json', encoding: 'utf-8', partRows: 2, partBytes: 1_000 } as const;
    const { source, parts: all } = await filePartsOf(reading);
    expect(source).toBe('sil');
    expect((await gathered(all)).map(({ body }) => body)).toEqual(['{"a":1}\n{"a":2}\n', '{"a":3}\n']);
  });

  it('are read in the encoding that is told, without a byte order mark', async () => {
    const windows = Buffer.from([0x69, 0x64, 0x0a, 0xe0, 0x80, 0x0a]);
    const [part] = await parts(windows, { format: 'csv', encoding: 'windows-1252' });
    expect(part?.body).toBe('id\nà€\n');
    const [marked] = await parts('\uFEFFid\n1\n', { format: 'csv' });
    expect(marked?.body).toBe('id\n1\n');
  });

  it('in another encoding than told are refused instead of garbled', async () => {
    const windows = Buffer.from([0x69, 0x64, 0x0a, 0xe0, 0x0a]);
    await expect(parts(windows, { format: 'csv' })).rejects.toThrow('the file is not utf-8');
  });

  it('of a file that is no JSON are refused without a word of it', async () => {
    await expect(parts('RSSMRA85T10A562S', { format: 'json' })).rejects.toThrow(/^the file is not JSON$/);
  });

  it('hold every row once, in order, within the limits', async () => {
    const lines = fc.array(fc.string({ minLength: 1, maxLength: 30 }));
    const law = fc.asyncProperty(lines, fc.integer({ min: 1, max: 5 }), async (texts, rows) => {
      const rowsOf = texts.map((text, line) => ({ text: JSON.stringify(text), line }));
      const into = { contentType: 'application/x-ndjson', header: '', rows, bytes: 60 } as const;
      const all = await gathered(cut(rowsOf, into));
      expect(all.map(({ body }) => body).join('')).toBe(rowsOf.map(({ text }) => `${text}\n`).join(''));
      expect(all.flatMap((part) => part.lines)).toEqual(rowsOf.map(({ line }) => line));
      for (const part of all) {
        expect(part.rows).toBeLessThanOrEqual(rows);
        expect(part.rows === 1 || Buffer.byteLength(part.body) <= 60).toBe(true);
        expect(part.rowsBefore).toBe(part.lines[0]);
      }
    });
    await fc.assert(law, { numRuns: 60 });
  });
});
