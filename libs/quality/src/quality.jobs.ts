import { defineJob } from '#platform';

/** All records of a pact are held against the rules. */
export const checkDataQuality = defineJob<{ pactId: string }>({
  name: 'check-data-quality',
  queue: 'monitoring',
});

/** Every night: a day that has passed makes some warnings true and others void, without a push. */
export const nightlyDataQuality = defineJob({
  name: 'nightly-data-quality',
  queue: 'monitoring',
  schedule: '15 4 * * *',
});
