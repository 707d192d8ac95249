import { defineProblem, type FieldError, type Problem } from './problem.js';

export const malformedRequest = defineProblem({
  slug: 'malformed-request',
  status: 400,
  title: 'The request cannot be read',
});
export const invalidParameter = defineProblem({
  slug: 'invalid-parameter',
  status: 400,
  title: 'A parameter of the address or a header does not fit',
});
export const unauthenticated = defineProblem({
  slug: 'unauthenticated',
  status: 401,
  title: 'A valid access token is needed',
});
export const forbidden = defineProblem({
  slug: 'forbidden',
  status: 403,
  title: 'This is not among the things the caller may do',
  advice: 'GET /v1/me tells what the caller may do; further roles are given by who manages access.',
});
export const notFound = defineProblem({
  slug: 'not-found',
  status: 404,
  title: 'There is nothing here',
  advice: 'Check the address and the ids in it; what the caller may not know of is not there for it either.',
});
export const methodNotAllowed = defineProblem({
  slug: 'method-not-allowed',
  status: 405,
  title: 'This address does not answer that method',
});
export const notAcceptable = defineProblem({
  slug: 'not-acceptable',
  status: 406,
  title: 'This address does not answer in any of the formats asked for',
});
export const requestTimeout = defineProblem({
  slug: 'request-timeout',
  status: 408,
  title: 'The request took too long to arrive',
});
export const idempotencyKeyInUse = defineProblem({
  slug: 'idempotency-key-in-use',
  status: 409,
  title: 'A request with this idempotency key is still running',
});
export const conflict = defineProblem({
  slug: 'conflict',
  status: 409,
  title: 'The request contradicts what is stored',
});
export const versionMismatch = defineProblem({
  slug: 'version-mismatch',
  status: 412,
  title: 'The resource has changed since it was read',
  advice: 'Read it again and repeat the change with the ETag it has now.',
});
export const bodyTooLarge = defineProblem({
  slug: 'body-too-large',
  status: 413,
  title: 'The body is larger than this address accepts',
  advice: 'Send less, or divide it into several requests.',
});
export const addressTooLong = defineProblem({
  slug: 'address-too-long',
  status: 414,
  title: 'The address is longer than is read',
});
export const unsupportedMediaType = defineProblem({
  slug: 'unsupported-media-type',
  status: 415,
  title: 'The body is in a format this address does not read',
});
export const headersTooLarge = defineProblem({
  slug: 'headers-too-large',
  status: 431,
  title: 'The headers are larger, or more, than are read',
});
const invalid = defineProblem({
  slug: 'invalid-request',
  status: 422,
  title: 'The request is well-formed but breaks a rule',
});
export const idempotencyKeyReused = defineProblem({
  slug: 'idempotency-key-reused',
  status: 422,
  title: 'This idempotency key was used for another request',
});
export const versionRequired = defineProblem({
  slug: 'version-required',
  status: 428,
  title: 'If-Match is needed to change this resource',
  advice: 'Read it and send the change with the ETag it has.',
});
export const internalError = defineProblem({
  slug: 'internal-error',
  status: 500,
  title: 'Something went wrong on our side',
});
export const temporarilyUnavailable = defineProblem({
  slug: 'temporarily-unavailable',
  status: 503,
  title: 'The service cannot answer right now',
});

/** 422 with the place and the reason of each fault. */
export const invalidRequest = (errors: readonly FieldError[]): Problem => invalid({ errors });
