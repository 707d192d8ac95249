import type { Request } from 'express';
import { WINDOW_SECONDS, type Allowance } from './leases.js';

type Headers = Readonly<Record<string, string | number>>;
type WithHeaders = Request & { [RATE]?: Headers };

const RATE = Symbol('rate');
const NONE: Headers = {};

/** The three fields that clients know, and the two of the IETF draft that will replace them. */
export function rememberRate(request: WithHeaders, policy: string, allowance?: Allowance): void {
  if (allowance === undefined) return void delete request[RATE];
  const { limit, remaining, resetSeconds } = allowance;
  request[RATE] = {
    'RateLimit-Limit': limit,
    'RateLimit-Remaining': remaining,
    'RateLimit-Reset': resetSeconds,
    RateLimit: `"${policy}";r=${remaining};t=${resetSeconds}`,
    'RateLimit-Policy': `"${policy}";q=${limit};w=${WINDOW_SECONDS}`,
  };
}

export const rateHeaders = (request: WithHeaders): Headers => request[RATE] ?? NONE;
