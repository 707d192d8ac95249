import { UnrecoverableError } from 'bullmq';
import { driverFault, isUnavailable } from '../database/driver-fault.js';
import { Problem } from '../problems/problem.js';

const FIRST_DELAY_MS = 2_000;
const LONGEST_DELAY_MS = 300_000;
const ATTEMPTS = 8;

/** Longer and longer, up to a cap, and not all at the same moment. */
export const RETRIES = { attempts: ATTEMPTS, backoff: { type: 'custom' } };

/** After so many attempts; `chance` is from 0 to 1. */
export function retryDelay(attempts: number, chance: number): number {
  const longest = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  return Math.round(longest * (1 - chance / 2));
}

/** Mistakes of the program or in what it was given, by what JavaScript calls them. */
const MISTAKES: readonly string[] = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];
/** Data, integrity and statements that do not fit: SQLSTATE classes 22, 23 and 42. */
const UNFIT = /^(22|23|42)/;

/** Doing the same once more will not help. */
export function isPermanent(thrown: unknown): boolean {
  if (thrown instanceof UnrecoverableError || thrown instanceof PermanentFailure) return true;
  if (isUnavailable(thrown)) return false;
  if (thrown instanceof Problem) return thrown.kind.status < 500;
  if (UNFIT.test(driverFault(thrown)?.code ?? '')) return true;
  return thrown instanceof Error && MISTAKES.includes(thrown.name);
}

/** Thrown by a handler that knows it: nobody needs to try this again before something has been mended. */
export class PermanentFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

const STALLED = /stalled/;

/** What may be told and kept of a failure: never its message. */
export function failureCode(thrown: unknown): string {
  if (thrown instanceof PermanentFailure) return thrown.code;
  if (thrown instanceof Problem) return thrown.kind.slug;
  const fault = driverFault(thrown);
  if (fault !== undefined) return fault.code;
  if (!(thrown instanceof Error)) return 'unknown';
  return STALLED.test(thrown.message) ? 'process-died' : thrown.name;
}
