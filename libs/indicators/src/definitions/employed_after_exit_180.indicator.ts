import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'employed_after_exit_180',
  version: 1,
  label: { it: 'Occupati 180 giorni dopo l’uscita', en: 'Employed 180 days after the exit' },
  rule: {
    it: 'Tra i percorsi usciti nel periodo almeno 180 giorni prima del giorno di riferimento, quota di chi ha un lavoro nel 180° giorno dopo l’uscita. Resta fuori chi ha un rapporto che potrebbe durare ancora ma che la fonte non ha confermato fino a quel giorno.',
    en: 'Among pathways that ended in the period, at least 180 days before the as-of day, the share with a job on the 180th day after the exit. Left out is who has a job that may last but that its source has not confirmed up to that day.',
  },
  formula: 'pathways with a job on endedOn + 180 ÷ pathways with endedOn ≤ asOf − 180 for which it is known',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  leftOut: [{ reason: 'not-observed', when: [{ column: 'employed_180', known: false }] }],
  period: { kind: 'cohort', on: 'ended_on', mature: { days: 180 } },
  measure: { kind: 'share', having: [{ column: 'employed_180', is: true }] },
  breakdowns: PATHWAY_CUTS,
  examples: [
    {
      title: { it: 'Due occupati su tre', en: 'Two of three are employed' },
      asOf: '2026-12-31',
      rows: [
        { ended_on: '2026-01-10', employed_180: true, sex: 'F' },
        { ended_on: '2026-01-20', employed_180: true, sex: 'M' },
        { ended_on: '2026-01-21', employed_180: false, sex: 'M' },
        { ended_on: '2026-01-22', sex: 'M' },
        { ended_on: '2026-09-01', employed_180: false, sex: 'F' },
      ],
      figures: [
        { period: '2026-01', value: 0.666667, numerator: 2, denominator: 3, leftOut: { 'not-observed': 1 } },
        {
          period: '2026',
          value: 0.666667,
          numerator: 2,
          denominator: 3,
          leftOut: { 'not-mature': 1, 'not-observed': 1 },
        },
        { period: '2026-01', breakdown: { sex: 'M' }, value: 0.5 },
        { period: '2026-09', value: null, missing: 'no-cases', leftOut: { 'not-mature': 1 } },
      ],
    },
  ],
};
