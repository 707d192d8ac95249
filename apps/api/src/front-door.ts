import type { NextFunction, Request, Response } from 'express';
import { Authenticator } from '#identity';
import { jsonBody, logAccess, type Log } from '#platform';

/** Addresses whose handlers read the body themselves, as it comes. */
const STREAMED = /\/outcome-batches\/?$/;

/** What every request passes first, in this order: the log, who is asking, the body. One function, because each layer costs. */
export function frontDoor(log: Log, authenticator: Authenticator) {
  const readBody = jsonBody(STREAMED);
  return (request: Request, response: Response, next: NextFunction): void => {
    logAccess(log, request, response);
    if (!request.path.startsWith('/v1')) return next();
    authenticator.middleware(request, response, (refused?: unknown) =>
      refused === undefined ? readBody(request, response, next) : next(refused),
    );
  };
}
