import { createHash, type Hash } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';
import { malformedRequest, unsupportedMediaType } from './http.problems.js';
import { parseStrictJson } from './strict-json.js';

const LIMIT_BYTES = 1_048_576;
const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
const MERGE_PATCH_TYPE = /^application\/merge-patch\+json\s*(;\s*charset="?utf-8"?\s*)?$/i;

const digests = new WeakMap<Request, Hash>();
const readAll = express.raw({ type: () => true, limit: LIMIT_BYTES, inflate: false });

/** Reads and strictly parses JSON bodies; leaves those of `streamed` addresses to their handlers. */
export function jsonBody(streamed: RegExp) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (!hasBody(request) || (request.method === 'POST' && streamed.test(request.path))) return next();
    const expected = request.method === 'PATCH' ? MERGE_PATCH_TYPE : JSON_TYPE;
    if (!expected.test(request.headers['content-type'] ?? '')) {
      return next(unsupportedMediaType({ detail: `Send ${mediaTypeFor(request.method)} in UTF-8.` }));
    }
    readAll(request, response, (error?: unknown) => next(error ?? parseInto(request)));
  };
}

const mediaTypeFor = (method: string): string =>
  method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';

function hasBody(request: Request): boolean {
  return (
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0
  );
}

function parseInto(request: Request): unknown {
  try {
    const bytes = request.body as Buffer;
    if (request.headers['idempotency-key'] !== undefined) digestOf(request).update(bytes);
    request.body = parseStrictJson(decodeUtf8(bytes));
    return undefined;
  } catch (error) {
    return error;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** @throws Problem `malformed-request` when the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw malformedRequest({ detail: 'The body is not valid UTF-8.' });
  }
}

/** The body of a streamed address, chunk by chunk. Its digest is known to `bodyDigest` once it was read to the end. */
export async function* streamBody(request: Request): AsyncGenerator<Buffer> {
  const digest = digestOf(request);
  // A reader that gives up must not tear the connection down: the answer still has to go out.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    yield chunk;
  }
}

/** SHA-256 of the body as far as it has been read. */
export const bodyDigest = (request: Request): Buffer => digestOf(request).copy().digest();

function digestOf(request: Request): Hash {
  const known = digests.get(request);
  if (known !== undefined) return known;
  const digest = createHash('sha256');
  digests.set(request, digest);
  return digest;
}
