import { setTimeout as wait } from 'node:timers/promises';

type Fetch = (request: Request) => Promise<Response>;

export interface Patience {
  readonly attempts: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  /** Before each wait. */
  readonly onPause: (ms: number) => void;
}

const USUAL: Patience = {
  attempts: 8,
  firstPauseMs: 250,
  longestPauseMs: 30_000,
  random: Math.random,
  onPause: () => undefined,
};

/** Refused before anything was done, so any request may be sent again. */
const NOT_NOW = new Set([429, 503]);
/** Perhaps done, perhaps not. */
const UNCERTAIN = new Set([502, 504]);
const KEY_IN_USE = 'idempotency-key-in-use';
const HARMLESS = new Set(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS']);

/** Sends again what met a passing fault, if a repeat is harmless. */
export function patient(send: Fetch, patience: Partial<Patience> = {}): Fetch {
  const usual = { ...USUAL, ...patience };
  return async (request) => {
    for (let attempt = 1; attempt < usual.attempts; attempt++) {
      const answer = await send(request.clone()).catch((fault: unknown) => passing(fault, request));
      if (answer && !(await isPassing(answer, request))) return answer;
      await answer?.body?.cancel();
      const pause = pauseAfter(attempt, answer, usual);
      usual.onPause(pause);
      await wait(pause, undefined, { signal: request.signal });
    }
    return await send(request);
  };
}

function passing(fault: unknown, request: Request): undefined {
  if (request.signal.aborted || !isHarmless(request)) throw fault;
}

async function isPassing(answer: Response, request: Request): Promise<boolean> {
  if (NOT_NOW.has(answer.status)) return true;
  if (answer.status === 409) return await isStillRunning(answer);
  return UNCERTAIN.has(answer.status) && isHarmless(request);
}

/** A first try whose answer was lost is still at work. */
async function isStillRunning(answer: Response): Promise<boolean> {
  return (await answer.clone().text()).includes(KEY_IN_USE);
}

const isHarmless = (request: Request): boolean =>
  HARMLESS.has(request.method) || request.headers.has('Idempotency-Key');

/** As long as the service asks for and a little more, so that those who wait do not come back together. */
function pauseAfter(attempt: number, answer: Response | undefined, patience: Patience): number {
  const asked = Number(answer?.headers.get('Retry-After')) * 1000;
  const longest = Math.min(patience.longestPauseMs, patience.firstPauseMs * 2 ** attempt);
  if (asked > 0) return asked + patience.random() * patience.firstPauseMs;
  return longest / 2 + (patience.random() * longest) / 2;
}
