import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'employment_q2',
  version: 1,
  label: {
    it: 'Occupati nel secondo trimestre dopo l’uscita',
    en: 'Employed in the second quarter after the exit',
  },
  rule: {
    it: 'Tra i percorsi usciti nel periodo, quota di chi ha lavorato almeno un giorno nel secondo trimestre solare dopo quello dell’uscita. Conta quando quel trimestre è finito.',
    en: 'Among pathways that ended in the period, the share that worked on at least one day of the second calendar quarter after the one of the exit. Counted once that quarter is over.',
  },
  formula:
    'pathways with a job on any day of the second quarter after the exit ÷ pathways for which that quarter has passed and it is known',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  leftOut: [{ reason: 'not-observed', when: [{ column: 'employed_quarter_2', known: false }] }],
  period: { kind: 'cohort', on: 'ended_on', mature: { by: 'quarter_2_on' } },
  measure: { kind: 'share', having: [{ column: 'employed_quarter_2', is: true }] },
  breakdowns: PATHWAY_CUTS,
  examples: [
    {
      title: { it: 'Uscite del primo trimestre', en: 'Exits of the first quarter' },
      asOf: '2025-09-30',
      rows: [
        { ended_on: '2025-01-10', quarter_2_on: '2025-09-30', employed_quarter_2: true },
        { ended_on: '2025-03-31', quarter_2_on: '2025-09-30', employed_quarter_2: false },
        { ended_on: '2025-04-01', quarter_2_on: '2025-12-31', employed_quarter_2: true },
      ],
      figures: [
        { period: '2025-Q1', value: 0.5, numerator: 1, denominator: 2 },
        { period: '2025-Q2', value: null, missing: 'no-cases', leftOut: { 'not-mature': 1 } },
      ],
    },
  ],
};
