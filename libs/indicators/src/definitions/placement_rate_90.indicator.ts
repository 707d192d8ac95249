import { placementRate } from './placement-rate.rules.js';

export const indicator = placementRate(90, [
  {
    title: { it: 'L’ultimo giorno conta ancora', en: 'The last day still counts' },
    asOf: '2026-06-30',
    rows: [
      { started_on: '2026-01-01', first_job_on: '2026-04-01' },
      { started_on: '2026-01-01', first_job_on: '2026-04-02' },
      { started_on: '2026-01-01' },
      { started_on: '2026-05-01', first_job_on: '2026-05-02' },
    ],
    figures: [
      { period: '2026-01', value: 0.333333, numerator: 1, denominator: 3 },
      { period: '2026-05', value: null, missing: 'no-cases', leftOut: { 'not-mature': 1 } },
    ],
  },
]);
