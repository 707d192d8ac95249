import { jobRetention } from './job-retention.rules.js';

export const indicator = jobRetention(365, {
  value: null,
  missing: 'not-observed',
  n: 10,
  atRisk: 0,
  ended: 5,
  median: 180,
});
