import type { Request } from 'express';
import type { Pseudonyms } from '#pathways';
import { bodyTooLarge, invalidParameter, streamBody, unsupportedMediaType } from '#platform';
import { CsvInput } from '../formats/csv/csv.js';
import type { BatchInput } from '../formats/input.js';
import { JsonInput } from '../formats/json.js';
import { NdjsonInput } from '../formats/ndjson.js';
import { UnilavInput } from '../formats/unilav/unilav.js';
import { KINDS } from '../kinds/index.js';
import { REQUIRED } from '../kinds/identity.js';
import type { BatchPushQuery } from './batch.dto.js';

const MAX_BATCH_BYTES = 64 * 1_048_576;

interface Asked {
  readonly query: BatchPushQuery;
  readonly pseudonyms: Pseudonyms;
}
type Format = (chunks: AsyncIterable<Buffer>, asked: Asked) => BatchInput;

function csv(chunks: AsyncIterable<Buffer>, { query }: Asked): BatchInput {
  const kind = KINDS.find((one) => one.kind === query.kind);
  if (kind === undefined) throw invalidParameter({ errors: [{ pointer: '/kind', ...REQUIRED }] });
  return new CsvInput(chunks, query.source, { ...query, kind });
}

function xml(chunks: AsyncIterable<Buffer>, { query, pseudonyms }: Asked): BatchInput {
  if (query.profile === undefined) throw invalidParameter({ errors: [{ pointer: '/profile', ...REQUIRED }] });
  return new UnilavInput(chunks, query.source, pseudonyms);
}

/** Media types a batch may come in. A new one is one class and one line. */
const FORMATS = new Map<string, Format>([
  ['application/json', (chunks, { query }) => new JsonInput(chunks, query.source)],
  ['application/x-ndjson', (chunks, { query }) => new NdjsonInput(chunks, query.source)],
  ['text/csv', csv],
  ['application/xml', xml],
]);
/** What else a media type may say, and says anyway. */
const PARAMETER = /^(charset="?utf-8"?|header=present)?$/i;

/** The rows in the body of a request. Nothing is read before they are asked for. */
export function rowsOf(request: Request, asked: Asked): BatchInput {
  const [type = '', ...parameters] = (request.headers['content-type'] ?? '')
    .split(';')
    .map((part) => part.trim());
  const read = FORMATS.get(type.toLowerCase());
  if (read === undefined || !parameters.every((parameter) => PARAMETER.test(parameter))) {
    throw unsupportedMediaType({ detail: `Send ${[...FORMATS.keys()].join(' or ')} in UTF-8.` });
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw unsupportedMediaType({ detail: 'Compressed bodies are not read.' });
  }
  if (Number(request.headers['content-length'] ?? 0) > MAX_BATCH_BYTES) throw bodyTooLarge();
  return read(bounded(streamBody(request)), asked);
}

async function* bounded(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MAX_BATCH_BYTES) throw bodyTooLarge();
    yield chunk;
  }
}
