import type { Request } from 'express';

/** Who makes the request, as far as the platform must know: a stable id. Set by authentication. */
export interface CallerIdentity {
  readonly id: string;
}

const CALLER = Symbol('caller');
type WithCaller = Request & { [CALLER]?: CallerIdentity };

export const rememberCaller = (request: WithCaller, caller: CallerIdentity): void =>
  void (request[CALLER] = caller);
export const callerOf = (request: WithCaller): CallerIdentity | undefined => request[CALLER];
