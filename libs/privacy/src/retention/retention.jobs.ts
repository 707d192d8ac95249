import { defineJob } from '#platform';

/** Every night, after the figures of the day are made: what has been kept long enough goes. */
export const applyRetention = defineJob({
  name: 'apply-retention',
  queue: 'monitoring',
  schedule: '45 3 * * *',
});
