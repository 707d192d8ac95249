import type { IndicatorDefinition } from '../definition/definition.js';
import { DUE, RELEASED, threeDue } from './commitments.rules.js';
import { COMMITMENT_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'on_time_rate',
  version: 1,
  label: { it: 'Impegni mantenuti in tempo', en: 'Commitments kept in time' },
  rule: {
    it: 'Tra gli impegni presi che scadono nel periodo, fino al giorno di riferimento, e non svincolati di comune accordo, quota di quelli le cui consegne confermate hanno raggiunto la quantità promessa entro la scadenza.',
    en: 'Among commitments agreed that are due in the period, up to the as-of day, and not released by agreement, the share whose confirmed deliveries had reached the promised quantity by the day they were due.',
  },
  formula: 'commitments with the quantity reached on a day ≤ endsOn ÷ commitments due',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'commitment',
  where: [DUE],
  leftOut: [RELEASED],
  period: { kind: 'flow', on: 'ends_on' },
  measure: { kind: 'share', having: [{ column: 'ends_on', atLeast: 'kept_on' }] },
  breakdowns: COMMITMENT_CUTS,
  examples: [
    threeDue([
      { period: '2026-Q1', value: 0.333333, numerator: 1, denominator: 3 },
      { period: '2026-02', value: 0 },
      { period: '2026-01', value: 1 },
    ]),
  ],
};
