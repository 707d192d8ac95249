import type { IndicatorDefinition } from '../definition/definition.js';
import { twoMeasures } from './plan.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'budget_spent_share',
  version: 1,
  label: { it: 'Quota del piano spesa', en: 'Share of the plan that is spent' },
  rule: {
    it: 'Delle misure del piano che hanno un budget e non sono state chiuse, alla fine dell’ultimo giorno del periodo: quanto è stato pagato dall’inizio, tolti gli storni, in quota dei budget. Può superare 1 dove una linea è stata superata.',
    en: 'Of the measures of the plan that have a budget and were not closed, at the end of the last day of the period: what has been paid from the beginning, corrections taken off, as a share of the budgets. It may exceed 1 where a line was overrun.',
  },
  formula: 'Σ expenditures ÷ Σ budget, of measures with a budget, d = last day of the period',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'budget',
  period: { kind: 'stock', from: 'since', until: 'until' },
  measure: { kind: 'sum_share', part: 'spent_cents', whole: 'budget_cents' },
  breakdowns: [['measure']],
  examples: [
    twoMeasures([
      { period: '2026-01', value: 0, numerator: 0, denominator: 100_000 },
      { period: '2026-02', value: 0.2, numerator: 30_000, denominator: 150_000 },
      { period: '2026-Q1', value: 0.166667, numerator: 25_000, denominator: 150_000 },
      { period: '2026', value: 0.25, numerator: 25_000, denominator: 100_000 },
      { period: '2026', breakdown: { measure: 'desk' }, value: 0.25 },
    ]),
  ],
};
