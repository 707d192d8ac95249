import type { OpenAPIObject } from '@nestjs/swagger';

type Responses = NonNullable<OpenAPIObject['paths'][string]['get']>['responses'];

const whole = (description: string) => ({
  description,
  schema: { type: 'integer' as const, format: 'int32', minimum: 0, maximum: 1_000_000 },
});
const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const, maxLength: 100, example },
});

/** Headers of answers, for `components`. */
export const HEADERS = {
  'RateLimit-Limit': whole('Requests that are answered in a minute.'),
  'RateLimit-Remaining': whole('How many of them are left.'),
  'RateLimit-Reset': whole('Seconds until they are all there again.'),
  RateLimit: text('The same, as the IETF draft writes it.', '"requests";r=5999;t=60'),
  'RateLimit-Policy': text('The limit, as the IETF draft writes it.', '"requests";q=6000;w=60'),
  'Retry-After': whole('Seconds to wait before the next try.'),
};
const RETRY = 'Retry-After';
const RATE = Object.keys(HEADERS).filter((name) => name !== RETRY);

/**
 * What comes with answers. All of a limited operation tell its rate; the document says so where clients look for it. An
 * operator can switch limits off, and then it is absent.
 */
export function addAnswerHeaders(responses: Responses, isLimited: boolean): void {
  for (const [status, response] of Object.entries(responses)) {
    const tellsRate = isLimited && /^2|^429$/.test(status);
    const tellsRetry = status === '429' || status === 'default';
    const names = [...(tellsRate ? RATE : []), ...(tellsRetry ? [RETRY] : [])];
    if (names.length === 0 || response === undefined || '$ref' in response) continue;
    response.headers = Object.fromEntries(
      names.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
    );
  }
}
