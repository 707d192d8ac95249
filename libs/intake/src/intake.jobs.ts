import { defineJob } from '#platform';

/** The figures of a pact are out of date. libs/monitoring does the work. */
export const recomputePact = defineJob<{ pactId: string }>({ name: 'recompute-pact', queue: 'monitoring' });

/** Pushes come in rows; one recomputation follows them all. */
export const RECOMPUTE_DELAY_MS = 3_000;

/** Rows of a batch wait. The batch says which, and whether they still do. */
export const runBatch = defineJob<{ pactId: string; batchId: string }>({
  name: 'run-outcome-batch',
  queue: 'intake',
});

/** Finds batches that the queue forgot. */
export const sweepBatches = defineJob({
  name: 'sweep-outcome-batches',
  queue: 'monitoring',
  schedule: '* * * * *',
});
