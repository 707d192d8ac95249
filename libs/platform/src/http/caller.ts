import type { Request } from 'express';

/** Who makes the request, as far as the platform must know: a stable id. Set by authentication. */
export interface CallerIdentity {
  readonly id: string;
}

const callers = new WeakMap<Request, CallerIdentity>();

export const rememberCaller = (request: Request, caller: CallerIdentity): void =>
  void callers.set(request, caller);
export const callerOf = (request: Request): CallerIdentity | undefined => callers.get(request);
