import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'stable_employment_share',
  version: 1,
  label: { it: 'Inserimenti stabili', en: 'Stable placements' },
  rule: {
    it: 'Tra gli inserimenti lavorativi iniziati nel periodo e osservati abbastanza a lungo, quota di quelli a tempo indeterminato o durati almeno i giorni scelti dal patto (180 se non dice altro). Una definizione ufficiale non c’è: quella del patto è scritta accanto al valore.',
    en: 'Among placements that began in the period and were watched long enough, the share on a permanent contract or lasting at least the days the pact has chosen (180 unless told). There is no official definition: the pact’s own stands beside the figure.',
  },
  formula:
    'episodes with a permanent contract or lastDay − startedOn + 1 ≥ days ÷ episodes with cutoff − startedOn + 1 ≥ days',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'employment_episode',
  leftOut: [{ reason: 'not-mature', when: [{ column: 'cutoff', below: 'judged_on' }] }],
  period: { kind: 'cohort', on: 'started_on' },
  measure: { kind: 'share', having: [{ column: 'stable', is: true }] },
  breakdowns: PATHWAY_CUTS,
  settings: ['retention', 'stableEmployment'],
  examples: [
    {
      title: { it: 'Uno stabile, uno no, uno troppo recente', en: 'One stable, one not, one too recent' },
      asOf: '2026-12-31',
      rows: [
        { started_on: '2026-01-01', cutoff: '2026-11-30', judged_on: '2026-06-29', stable: true },
        { started_on: '2026-01-10', cutoff: '2026-11-30', judged_on: '2026-07-08', stable: false },
        { started_on: '2026-01-20', cutoff: '2026-03-01', judged_on: '2026-07-18', stable: true },
      ],
      figures: [
        { period: '2026-01', value: 0.5, numerator: 1, denominator: 2, leftOut: { 'not-mature': 1 } },
      ],
    },
  ],
};
