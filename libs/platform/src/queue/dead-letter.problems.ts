import { defineProblem } from '../problems/problem.js';

export const alreadyReplayed = defineProblem({
  slug: 'dead-letter-replayed',
  status: 409,
  title: 'This job has been given to the queue again already',
});
