import type { Request, Response } from 'express';
import { withoutTaxCodes } from '#kernel';
import { callerOf } from '../http/caller.js';
import { requestIdOf } from '../http/request-id.js';
import type { Log } from './log.js';

/** What follows in an address stands for a person, and an erasure would not reach the log. */
const PERSONAL = /(\/participants\/+)[^/]+/gi;

const LONGEST_PATH = 300;

/** One line an answered request. The query is left out: it may hold what someone searched for. */
export function logAccess(log: Log, request: Request, response: Response): void {
  const startedAt = performance.now();
  response.once('close', () => {
    const line = {
      requestId: requestIdOf(request),
      method: request.method,
      path: impersonal(request),
      status: response.statusCode,
      ms: Math.round((performance.now() - startedAt) * 100) / 100,
      caller: callerOf(request)?.id,
    };
    if (response.writableFinished) log.info(line, 'answered');
    else log.warn(line, 'the caller went away');
  });
}

/** Someone may also take a tax code for an id: it is left out wherever it stands, before any of it is cut off. */
function impersonal(request: Request): string {
  const path = request.originalUrl.split('?', 1)[0] ?? '';
  return withoutTaxCodes(path.replace(PERSONAL, '$1…')).slice(0, LONGEST_PATH);
}
