import { jobRetention } from './job-retention.rules.js';

export const indicator = jobRetention(180, {
  value: 0.518519,
  standardError: 0.175899,
  ci95: [0.164067, 0.787689],
  n: 10,
  atRisk: 4,
  ended: 5,
  median: 180,
  numerator: 4,
  denominator: 7,
});
