import { defineProblem } from '#platform';

export const sourceTaken = defineProblem({
  slug: 'source-taken',
  status: 403,
  title: 'This source belongs to another key',
});

/** Its document has the members of a batch's answer, but `status` is the HTTP status: `batchStatus` tells the batch's. */
export const batchRefused = defineProblem({
  slug: 'batch-refused',
  status: 422,
  title: 'The batch is atomic and not all of its rows fit, so nothing was stored',
});
