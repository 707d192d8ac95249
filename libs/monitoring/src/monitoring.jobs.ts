import { defineJob } from '#platform';

/** One run of one pact. The run's row says what to compute, and whether it has been done. */
export const executeRun = defineJob<{ pactId: string; runId: string }>({
  name: 'execute-run',
  queue: 'monitoring',
});

/** Every night, before anyone works: the days that passed are acted upon and every open pact is computed. */
export const nightlyMonitoring = defineJob({
  name: 'nightly-monitoring',
  queue: 'monitoring',
  schedule: '15 2 * * *',
});

/** Finds what the queue forgot: a queue is a wake-up, the database is the truth. */
export const sweepMonitoring = defineJob({
  name: 'sweep-monitoring',
  queue: 'monitoring',
  schedule: '* * * * *',
});
