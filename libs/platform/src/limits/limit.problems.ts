import { defineProblem } from '../http/problem.js';

export const tooManyRequests = defineProblem({
  slug: 'too-many-requests',
  status: 429,
  title: 'More requests than are answered in this time',
});
export const tooManySignIns = defineProblem({
  slug: 'too-many-sign-in-failures',
  status: 429,
  title: 'Too many requests without a valid access token came from this address',
});
