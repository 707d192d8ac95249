import { createHash, type Hash } from 'node:crypto';
import express, { type NextFunction, type Request, type Response } from 'express';
import { malformedRequest, requestTimeout, unsupportedMediaType } from './http.problems.js';
import { parseStrictJson } from './strict-json.js';

const LIMIT_BYTES = 1_048_576;
/** A small body has to be here by then; a streamed one may take longer, but not pause for longer than that. */
const ARRIVAL_MS = 60_000;
const PAUSE_MS = 30_000;
/** A refused body may run out for this long: a client that is cut off while it sends would not see the answer. */
const RUN_OUT_MS = 5_000;
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
    readWhole(request, response, (error?: unknown) => next(error ?? parseInto(request)));
  };
}

function readWhole(request: Request, response: Response, done: (error?: unknown) => void): void {
  const timer = setTimeout(() => finish(requestTimeout()), ARRIVAL_MS);
  let isFinished = false;
  const finish = (error?: unknown): void => {
    clearTimeout(timer);
    if (!isFinished) done(error);
    isFinished = true;
  };
  askFor(request);
  readAll(request, response, finish);
}

/** A client that waits for leave to send its body (`Expect: 100-continue`) gets it when somebody wants to read it. */
function askFor(request: Request): void {
  if (request.headers.expect !== undefined) request.res?.writeContinue();
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
  askFor(request);
  // A reader that gives up must not tear the connection down: the answer still has to go out.
  const chunks = request.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Buffer>;
  for (;;) {
    const { done, value } = await beforePause(chunks.next());
    if (done) return;
    digest.update(value);
    yield value;
  }
}

/** @throws Problem `request-timeout` when nothing comes for too long. */
async function beforePause<T>(chunk: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const pause = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(requestTimeout()), PAUSE_MS);
  });
  try {
    return await Promise.race([chunk, pause]);
  } finally {
    clearTimeout(timer);
  }
}

/** After an answer that did not wait for the body: what is still under way is thrown away, for a while. */
export function letRunOut(request: Request): void {
  const timer = setTimeout(() => request.socket.destroy(), RUN_OUT_MS).unref();
  const stop = (): void => clearTimeout(timer);
  // Whoever was reading has given up; left in place, its listener would hold the rest back.
  request.once('end', stop).once('close', stop).removeAllListeners('readable').resume();
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
