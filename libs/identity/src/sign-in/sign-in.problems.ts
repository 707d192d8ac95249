import { defineProblem, unauthenticated, type Problem } from '#platform';

/** Whatever is wrong with a token, the answer is the same: why it was refused is nobody's business outside. */
export const refusedToken = (): Problem =>
  unauthenticated({ headers: { 'WWW-Authenticate': 'Bearer realm="patti", error="invalid_token"' } });

export const RETRY_AFTER_S = 5;

const unreachable = defineProblem({
  slug: 'issuer-unreachable',
  status: 503,
  title: 'Access tokens cannot be checked right now, because their issuer does not answer',
  titleIt: 'I token di accesso ora non si possono verificare, perché il loro emittente non risponde',
});
export const issuerUnreachable = (): Problem =>
  unreachable({ headers: { 'Retry-After': String(RETRY_AFTER_S) } });
