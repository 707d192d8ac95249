import { defineProblem, invalidRequest, type Problem } from '#platform';

export const sourceTaken = defineProblem({
  slug: 'source-taken',
  status: 403,
  title: 'This source belongs to another key',
});

/** Keys that follow each other, or work side by side, for one system. */
export const HOW_TO_SHARE =
  'Push under another source, or have the scope source:<code> given to every key that speaks for this one.';

export const sourceToldTwice = (): Problem =>
  invalidRequest([
    { pointer: '/source', code: 'contradiction', detail: 'The address names another source than the body.' },
  ]);

/** Its document has the members of a batch's answer, but `status` is the HTTP status: `batchStatus` tells the batch's. */
export const batchRefused = defineProblem({
  slug: 'batch-refused',
  status: 422,
  title: 'The batch is atomic and not all of its rows fit, so nothing was stored',
});

export const cannotBeCancelled = defineProblem({
  slug: 'batch-not-cancellable',
  status: 409,
  title: 'The batch has ended, or is written as a whole and nearly done',
});
