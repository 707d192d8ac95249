import type { OpenAPIObject } from '@nestjs/swagger';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const whole = (description: string) => ({
  description,
  schema: { type: 'integer' as const, format: 'int32', minimum: 0, maximum: 1_000_000 },
});
const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const, maxLength: 100, example },
});

const RATE = {
  'RateLimit-Limit': whole('Requests that are answered in a minute.'),
  'RateLimit-Remaining': whole('How many of them are left.'),
  'RateLimit-Reset': whole('Seconds until they are all there again.'),
  RateLimit: text('The same, as the IETF draft writes it.', '"requests";r=5999;t=60'),
  'RateLimit-Policy': text('The limit, as the IETF draft writes it.', '"requests";q=6000;w=60'),
};
const RETRY = { 'Retry-After': whole('Seconds to wait before the next try.') };

const END = {
  Deprecation: text('Since when it should no longer be used (RFC 9745).', '@1767225600'),
  Sunset: text('From when on it may be gone (RFC 8594).', 'Wed, 01 Jul 2026 00:00:00 GMT'),
  Link: text('What to use in its place.', '</v1/actors>; rel="successor-version"'),
};

/** Headers of answers, for `components`. */
export const HEADERS = { ...RATE, ...RETRY, ...END };

const named = (headers: object) =>
  Object.fromEntries(
    Object.keys(headers).map((name) => [name, { $ref: `#/components/headers/${name}` }] as const),
  );

const problem = (description: string, headers: object) => ({
  description,
  headers: named(headers),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Answers that many operations share, for `components`. */
export const RESPONSES = {
  Refusal: problem('What went wrong, as RFC 9457 tells it.', RATE),
  OpenRefusal: problem('What went wrong, as RFC 9457 tells it, where nobody counts requests.', {}),
  TooManyRequests: problem('More requests than are answered: wait, and try again.', { ...RATE, ...RETRY }),
  Failure: problem('What went wrong on this side, as RFC 9457 tells it. With 503: try again later.', RETRY),
};

const refer = (name: keyof typeof RESPONSES) => ({ $ref: `#/components/responses/${name}` });

/** A refusal that an operation tells in words of its own is a problem like any other. */
export function tellAsProblem(
  response: { description?: string; content?: object },
  isLimited: boolean,
): void {
  Object.assign(response, problem(response.description ?? '', isLimited ? RATE : {}));
}

/** The problem with this status, of an operation whose requests are counted, or are not. */
export function refusal(status: number | 'default', isLimited: boolean): { $ref: string } {
  if (status === 'default') return refer('Failure');
  if (status === 429) return refer('TooManyRequests');
  return refer(isLimited ? 'Refusal' : 'OpenRefusal');
}

/**
 * The headers of successes: those of a limited operation tell its rate, those of a deprecated one its end. An operator
 * can switch limits off, and then the rate is absent.
 */
export function addHeaders({ responses, deprecated }: Operation, isLimited: boolean): void {
  const headers = named({ ...(isLimited && RATE), ...(deprecated && END) });
  if (Object.keys(headers).length === 0) return;
  for (const [status, response] of Object.entries(responses)) {
    if (!status.startsWith('2') || response === undefined || '$ref' in response) continue;
    response.headers = headers;
  }
}
