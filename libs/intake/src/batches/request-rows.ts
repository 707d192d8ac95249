import type { Request } from 'express';
import { bodyTooLarge, streamBody, unsupportedMediaType } from '#platform';
import type { BatchInput } from '../formats/input.js';
import { JsonInput } from '../formats/json.js';
import { NdjsonInput } from '../formats/ndjson.js';

const MAX_BATCH_BYTES = 64 * 1_048_576;

type Format = new (chunks: AsyncIterable<Buffer>, named: string | undefined) => BatchInput;

/** Media types a batch may come in. A new one is one class and one line. */
const FORMATS: Readonly<Record<string, Format>> = {
  'application/json': JsonInput,
  'application/x-ndjson': NdjsonInput,
};
const CHARSET = /^charset="?utf-8"?$/i;

/** The rows in the body of a request. Nothing is read before they are asked for. */
export function rowsOf(request: Request, source: string | undefined): BatchInput {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim());
  const Input = FORMATS[type.toLowerCase()];
  if (Input === undefined || !parameters.every((parameter) => parameter === '' || CHARSET.test(parameter))) {
    throw unsupportedMediaType({ detail: `Send ${Object.keys(FORMATS).join(' or ')} in UTF-8.` });
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw unsupportedMediaType({ detail: 'Compressed bodies are not read.' });
  }
  if (Number(request.headers['content-length'] ?? 0) > MAX_BATCH_BYTES) throw bodyTooLarge();
  return new Input(bounded(streamBody(request)), source);
}

async function* bounded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MAX_BATCH_BYTES) throw bodyTooLarge();
    yield chunk;
  }
}
