import type { IndicatorDefinition } from '../definition/definition.js';
import { DUE, MONEY, RELEASED, threeDue } from './commitments.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'fulfilment_rate_amount',
  version: 1,
  label: { it: 'Denaro consegnato su quello dovuto', en: 'Money delivered of money due' },
  rule: {
    it: 'Impegni presi che scadono nel periodo, fino al giorno di riferimento, e non svincolati di comune accordo, in denaro: quota della somma promessa raggiunta da consegne confermate. Quel che va oltre un impegno non compensa un altro.',
    en: 'Commitments agreed that are due in the period, up to the as-of day, and not released by agreement, in money: the share of the amount promised that confirmed deliveries reach. What goes beyond one commitment does not make up for another.',
  },
  formula: 'Σ min(confirmed, quantity) ÷ Σ quantity, of money commitments due',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'commitment',
  where: [DUE, MONEY],
  leftOut: [RELEASED],
  period: { kind: 'flow', on: 'ends_on' },
  measure: { kind: 'sum_share', part: 'kept_quantity', whole: 'quantity' },
  breakdowns: [['system']],
  examples: [
    threeDue([
      { period: '2026-Q1', value: 0.8, numerator: 12000, denominator: 15000 },
      { period: '2026-01', value: 1 },
      { period: '2026-02', value: null, missing: 'no-cases' },
    ]),
  ],
};
