import { defineProblem } from '../problems/problem.js';

export const tooManyRequests = defineProblem({
  slug: 'too-many-requests',
  status: 429,
  title: 'More requests than are answered in this time',
  titleIt: 'Più richieste di quante si soddisfino in questo tempo',
});
export const tooManySignIns = defineProblem({
  slug: 'too-many-sign-in-failures',
  status: 429,
  title: 'Too many requests without a valid access token came from this address',
  titleIt: 'Da questo indirizzo sono giunte troppe richieste senza un token valido',
});
