import { createReadStream } from 'node:fs';
import { csvRecords, type Delimiter } from './csv-rows.js';
import { jsonBatch } from './json-rows.js';
import { ndjsonRows } from './ndjson-rows.js';
import { cut, type Part, type Row } from './part.js';
import { decoded } from './text.js';

export type Format = 'csv' | 'ndjson' | 'json' | 'xml';

export interface Reading {
  readonly file: string;
  readonly format: Format;
  readonly encoding: string;
  readonly delimiter?: Delimiter | undefined;
  readonly partRows: number;
  readonly partBytes: number;
}

export interface FileParts {
  /** The source that the file itself names. */
  readonly source?: string;
  readonly parts: AsyncIterable<Part>;
}

export async function filePartsOf(reading: Reading): Promise<FileParts> {
  const text = decoded(createReadStream(reading.file), reading.encoding);
  const size = { rows: reading.partRows, bytes: reading.partBytes };
  const ndjson = { ...size, contentType: 'application/x-ndjson', header: '' } as const;
  if (reading.format === 'csv') return { parts: csvParts(csvRecords(text, reading.delimiter), size) };
  if (reading.format === 'xml') return { parts: whole(text) };
  if (reading.format === 'ndjson') return { parts: cut(ndjsonRows(text), ndjson) };
  const { rows, source } = await jsonBatch(text);
  return { parts: cut(rows, ndjson), ...(source !== undefined && { source }) };
}

/** Communications that belong together may stand anywhere in a file, so it is not cut. */
async function* whole(text: AsyncIterable<string>): AsyncGenerator<Part> {
  let body = '';
  for await (const chunk of text) body += chunk;
  yield { number: 1, body, contentType: 'application/xml', rowsBefore: 0, lines: [] };
}

async function* csvParts(
  records: AsyncGenerator<Row>,
  size: { rows: number; bytes: number },
): AsyncGenerator<Part> {
  const first = await records.next();
  if (first.done) return;
  const header = `${first.value.text}\n`;
  yield* cut(records, { ...size, contentType: 'text/csv', header });
}
