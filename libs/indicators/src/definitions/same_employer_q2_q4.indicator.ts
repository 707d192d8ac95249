import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'same_employer_q2_q4',
  version: 1,
  label: {
    it: 'Stesso datore di lavoro nel secondo e nel quarto trimestre',
    en: 'Same employer in the second and fourth quarter',
  },
  rule: {
    it: 'Tra chi ha lavorato nel secondo trimestre solare dopo l’uscita, quota di chi ha lavorato nel quarto per uno stesso datore di lavoro. Datori sconosciuti non sono lo stesso.',
    en: 'Among those employed in the second calendar quarter after the exit, the share that worked in the fourth for an employer of theirs in the second. Unknown employers are not the same.',
  },
  formula:
    'pathways with one employer in both quarters ÷ pathways employed in the second, once the fourth has passed',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  where: [{ column: 'employed_quarter_2', is: true }],
  period: { kind: 'cohort', on: 'ended_on', mature: { by: 'quarter_4_on' } },
  measure: { kind: 'share', having: [{ column: 'same_employer', is: true }] },
  breakdowns: PATHWAY_CUTS,
  examples: [
    {
      title: { it: 'Due occupati, uno resta', en: 'Two employed, one stays' },
      asOf: '2026-03-31',
      rows: [
        { ended_on: '2025-01-10', quarter_4_on: '2026-03-31', employed_quarter_2: true, same_employer: true },
        {
          ended_on: '2025-02-10',
          quarter_4_on: '2026-03-31',
          employed_quarter_2: true,
          same_employer: false,
        },
        {
          ended_on: '2025-02-10',
          quarter_4_on: '2026-03-31',
          employed_quarter_2: false,
          same_employer: false,
        },
      ],
      figures: [
        { period: '2025-Q1', value: 0.5, numerator: 1, denominator: 2 },
        { period: '2025-01', value: 1 },
      ],
    },
  ],
};
