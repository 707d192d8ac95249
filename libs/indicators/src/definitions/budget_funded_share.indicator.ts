import type { IndicatorDefinition } from '../definition/definition.js';
import { twoMeasures } from './plan.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'budget_funded_share',
  version: 1,
  label: { it: 'Quota del piano finanziata', en: 'Share of the plan that is funded' },
  rule: {
    it: 'Delle misure del piano che hanno un budget e non sono state chiuse, alla fine dell’ultimo giorno del periodo: quota dei budget coperta da linee di finanziamento. Quel che supera un budget non compensa un altro. Una misura conta dal giorno in cui è inserita, o dal suo primo giorno se precede; una linea allo stesso modo.',
    en: 'Of the measures of the plan that have a budget and were not closed, at the end of the last day of the period: the share of their budgets that funding lines cover. What goes beyond one budget does not make up for another. A measure counts from the day on which it was entered, or its first day if that is earlier; a line likewise.',
  },
  formula: 'Σ min(funding lines, budget) ÷ Σ budget, of measures with a budget, d = last day of the period',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'budget',
  period: { kind: 'stock', from: 'since', until: 'until' },
  measure: { kind: 'sum_share', part: 'funded_cents', whole: 'budget_cents' },
  breakdowns: [['measure']],
  examples: [
    twoMeasures([
      { period: '2025', value: null, missing: 'no-cases' },
      { period: '2026-01', value: 0.6, numerator: 60_000, denominator: 100_000 },
      { period: '2026-02', value: 0.533333, numerator: 80_000, denominator: 150_000 },
      { period: '2026-Q1', value: 0.8, numerator: 120_000, denominator: 150_000 },
      { period: '2026-04', value: 1, numerator: 100_000, denominator: 100_000 },
      { period: '2026-Q1', breakdown: { measure: 'bus' }, value: 0.4 },
    ]),
  ],
};
