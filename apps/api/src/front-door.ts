import type { NextFunction, Request, Response } from 'express';
import {
  callerOf,
  Database,
  jsonBody,
  logAccess,
  Metrics,
  Places,
  RequestLimits,
  temporarilyUnavailable,
  type Log,
} from '#platform';
import { faultOfHead } from './request-head.js';
import type { SignIn } from './sign-in.js';

/** Addresses whose handlers read the body themselves, as it comes. */
const STREAMED = /\/outcome-batches\/?$/;

/** Who keeps the door. */
interface Staff {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly signIn: SignIn;
  readonly limits: RequestLimits;
  /** A body that is read as it comes holds a connection to the database for as long as its client likes. */
  readonly uploads: Places;
}

/**
 * What every request passes first, in this order: the log, its head, who is asking, how often, the body. One function,
 * because each layer costs.
 */
export function frontDoor(staff: Staff) {
  const readBody = jsonBody(STREAMED);
  return (request: Request, response: Response, next: NextFunction): void => {
    logAccess(staff.log, request, response);
    staff.metrics.watch(request, response);
    const fault = faultOfHead(request);
    if (fault !== undefined) return next(fault);
    if (!request.path.startsWith('/v1')) return next();
    enter(staff, request, response).then(() => readBody(request, response, next), next);
  };
}

async function enter(staff: Staff, request: Request, response: Response): Promise<void> {
  if (staff.database.isOverloaded) throw temporarilyUnavailable({ detail: 'There is too much to do.' });
  await staff.signIn.pass(request);
  const caller = callerOf(request)?.id ?? '';
  await staff.limits.admit(request, caller);
  if (request.method !== 'POST' || !STREAMED.test(request.path)) return;
  const leave = staff.uploads.enter(caller);
  if (leave === undefined) throw temporarilyUnavailable({ detail: 'Too many batches are arriving.' });
  response.once('close', leave);
}
