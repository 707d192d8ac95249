import { defineProblem, type FieldError, type Problem } from './problem.js';

export const malformedRequest = defineProblem({
  slug: 'malformed-request',
  status: 400,
  title: 'The request cannot be read',
  titleIt: 'La richiesta non si può leggere',
});
export const invalidParameter = defineProblem({
  slug: 'invalid-parameter',
  status: 400,
  title: 'A parameter of the address or a header does not fit',
  titleIt: "Un parametro dell'indirizzo o un'intestazione non va bene",
});
export const unauthenticated = defineProblem({
  slug: 'unauthenticated',
  status: 401,
  title: 'A valid access token is needed',
  titleIt: 'Serve un token di accesso valido',
});
export const forbidden = defineProblem({
  slug: 'forbidden',
  status: 403,
  title: 'This is not among the things the caller may do',
  titleIt: 'Non è tra le cose che chi chiama può fare',
  advice: 'GET /v1/me tells what the caller may do; further roles are given by who manages access.',
  adviceIt: 'GET /v1/me dice che cosa può fare chi chiama; altri incarichi li dà chi gestisce gli accessi.',
});
export const notFound = defineProblem({
  slug: 'not-found',
  status: 404,
  title: 'There is nothing here',
  titleIt: "Qui non c'è nulla",
  advice: 'Check the address and the ids in it; what the caller may not know of is not there for it either.',
  adviceIt:
    "Controllare l'indirizzo e gli identificativi; ciò che chi chiama non può conoscere per lui non c'è.",
});
export const methodNotAllowed = defineProblem({
  slug: 'method-not-allowed',
  status: 405,
  title: 'This address does not answer that method',
  titleIt: 'Questo indirizzo non risponde a quel metodo',
});
export const notAcceptable = defineProblem({
  slug: 'not-acceptable',
  status: 406,
  title: 'This address does not answer in any of the formats asked for',
  titleIt: 'Questo indirizzo non risponde in nessuno dei formati richiesti',
});
export const requestTimeout = defineProblem({
  slug: 'request-timeout',
  status: 408,
  title: 'The request took too long to arrive',
  titleIt: 'La richiesta ha impiegato troppo ad arrivare',
});
export const idempotencyKeyInUse = defineProblem({
  slug: 'idempotency-key-in-use',
  status: 409,
  title: 'A request with this idempotency key is still running',
  titleIt: 'Una richiesta con questa chiave di idempotenza è ancora in corso',
});
export const conflict = defineProblem({
  slug: 'conflict',
  status: 409,
  title: 'The request contradicts what is stored',
  titleIt: 'La richiesta contraddice ciò che è registrato',
});
export const versionMismatch = defineProblem({
  slug: 'version-mismatch',
  status: 412,
  title: 'The resource has changed since it was read',
  titleIt: 'La risorsa è cambiata da quando è stata letta',
  advice: 'Read it again and repeat the change with the ETag it has now.',
  adviceIt: "Rileggerla e ripetere la modifica con l'ETag che ha ora.",
});
export const bodyTooLarge = defineProblem({
  slug: 'body-too-large',
  status: 413,
  title: 'The body is larger than this address accepts',
  titleIt: 'Il corpo è più grande di quanto questo indirizzo accetti',
  advice: 'Send less, or divide it into several requests.',
  adviceIt: 'Inviare meno, o dividere in più richieste.',
});
export const addressTooLong = defineProblem({
  slug: 'address-too-long',
  status: 414,
  title: 'The address is longer than is read',
  titleIt: "L'indirizzo è più lungo di quanto si legga",
});
export const unsupportedMediaType = defineProblem({
  slug: 'unsupported-media-type',
  status: 415,
  title: 'The body is in a format this address does not read',
  titleIt: 'Il corpo è in un formato che questo indirizzo non legge',
});
export const headersTooLarge = defineProblem({
  slug: 'headers-too-large',
  status: 431,
  title: 'The headers are larger, or more, than are read',
  titleIt: 'Le intestazioni sono più grandi, o più numerose, di quanto si legga',
});
const invalid = defineProblem({
  slug: 'invalid-request',
  status: 422,
  title: 'The request is well-formed but breaks a rule',
  titleIt: 'La richiesta è ben formata ma infrange una regola',
});
export const idempotencyKeyReused = defineProblem({
  slug: 'idempotency-key-reused',
  status: 422,
  title: 'This idempotency key was used for another request',
  titleIt: "Questa chiave di idempotenza è stata usata per un'altra richiesta",
});
export const versionRequired = defineProblem({
  slug: 'version-required',
  status: 428,
  title: 'If-Match is needed to change this resource',
  titleIt: 'Per modificare questa risorsa serve If-Match',
  advice: 'Read it and send the change with the ETag it has.',
  adviceIt: 'Leggerla e inviare la modifica con il suo ETag.',
});
export const internalError = defineProblem({
  slug: 'internal-error',
  status: 500,
  title: 'Something went wrong on our side',
  titleIt: 'Qualcosa è andato storto da parte nostra',
});
export const temporarilyUnavailable = defineProblem({
  slug: 'temporarily-unavailable',
  status: 503,
  title: 'The service cannot answer right now',
  titleIt: 'Il servizio ora non può rispondere',
});

/** 422 with the place and the reason of each fault. */
export const invalidRequest = (errors: readonly FieldError[]): Problem => invalid({ errors });
