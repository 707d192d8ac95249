import { placementRate } from './placement-rate.rules.js';

export const indicator = placementRate(180, [
  {
    title: {
      it: 'Coorte matura: chi è partito da poco non conta',
      en: 'Mature cohort: recent starts do not count',
    },
    asOf: '2026-06-30',
    rows: [
      { started_on: '2026-01-01', first_job_on: '2026-06-30', system: 'public' },
      { started_on: '2025-12-01', first_job_on: '2026-05-31', system: 'public' },
      { started_on: '2025-12-01', system: 'third_sector' },
      { started_on: '2026-01-02', first_job_on: '2026-01-03', system: 'public' },
    ],
    figures: [
      { period: '2026-01', value: 1, numerator: 1, denominator: 1 },
      { period: '2025-12', value: 0, numerator: 0, denominator: 2 },
      { period: 'since-start', value: 0.333333, numerator: 1, denominator: 3 },
      { period: '2026-Q2', value: null, missing: 'no-cases' },
      { period: '2025-12', breakdown: { system: 'public' }, value: 0, numerator: 0, denominator: 1 },
    ],
  },
]);
