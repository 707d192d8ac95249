import type { IndicatorDefinition } from '../definition/definition.js';
import { DUE, MONEY, RELEASED, threeDue } from './commitments.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'overdue_amount',
  version: 1,
  label: { it: 'Denaro scaduto', en: 'Money overdue' },
  rule: {
    it: 'Impegni presi che scadono nel periodo, fino al giorno di riferimento, e non svincolati di comune accordo, in denaro: somma che le consegne confermate non hanno ancora raggiunto, in centesimi.',
    en: 'Commitments agreed that are due in the period, up to the as-of day, and not released by agreement, in money: the amount that confirmed deliveries have not reached yet, in cents.',
  },
  formula: 'Σ (quantity − confirmed, at least 0) of money commitments due',
  unit: 'EUR',
  direction: 'down',
  type: 'performance',
  counts: 'organisations',
  fact: 'commitment',
  where: [DUE, MONEY],
  leftOut: [RELEASED],
  period: { kind: 'flow', on: 'ends_on' },
  measure: { kind: 'sum', column: 'missing_quantity', unit: 'unit' },
  breakdowns: [['system']],
  examples: [
    threeDue([
      { period: '2026-Q1', value: 3000 },
      { period: '2026-01', value: 0 },
    ]),
  ],
};
