import type { NextFunction, Request, Response } from 'express';
import { uuidv7 } from '#kernel';

const ACCEPTED = /^[A-Za-z0-9._-]{8,64}$/;
const ids = new WeakMap<Request, string>();

/** Every request has an id: the caller's own where it is well-formed, else a new one. It is returned and logged. */
export function requestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && ACCEPTED.test(given) ? given : uuidv7();
  ids.set(request, id);
  response.setHeader('X-Request-Id', id);
  next();
}

export const requestIdOf = (request: Request): string => ids.get(request) ?? 'unknown';
