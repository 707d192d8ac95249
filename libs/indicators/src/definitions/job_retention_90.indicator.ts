import { jobRetention } from './job-retention.rules.js';

export const indicator = jobRetention(90, {
  value: 0.777778,
  standardError: 0.13858,
  ci95: [0.364751, 0.939296],
  n: 10,
  atRisk: 6,
  ended: 5,
  median: 180,
  numerator: 6,
  denominator: 8,
});
