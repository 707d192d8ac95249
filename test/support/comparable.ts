import type { TestAnswer } from './api.js';

const OF_THE_MOMENT = /^(date|x-request-id|keep-alive|connection|ratelimit.*)$/;

/** An answer without what differs each time and what repeats the address: two that are equal tell the same. */
export function comparable({ status, headers, body }: TestAnswer): object {
  const { requestId: _, instance: __, ...rest } = body as Record<string, unknown>;
  const told = [...headers].filter(([name]) => !OF_THE_MOMENT.test(name));
  return { status, headers: Object.fromEntries(told), body: rest };
}
