import type { IndicatorDefinition } from '../definition/definition.js';
import { DUE, MONEY, RELEASED, threeDue } from './commitments.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'commitments_due_amount',
  version: 1,
  label: { it: 'Denaro in scadenza', en: 'Money due' },
  rule: {
    it: 'Impegni presi che scadono nel periodo, fino al giorno di riferimento, e non svincolati di comune accordo, in denaro: somma promessa, in centesimi.',
    en: 'Commitments agreed that are due in the period, up to the as-of day, and not released by agreement, in money: the amount promised, in cents.',
  },
  formula: 'Σ quantity of money commitments due',
  unit: 'EUR',
  direction: 'none',
  type: 'performance',
  counts: 'organisations',
  fact: 'commitment',
  where: [DUE, MONEY],
  leftOut: [RELEASED],
  period: { kind: 'flow', on: 'ends_on' },
  measure: { kind: 'sum', column: 'quantity', unit: 'unit' },
  breakdowns: [['system']],
  examples: [
    threeDue([
      { period: '2026-Q1', value: 15000 },
      { period: '2026-Q1', breakdown: { system: 'public' }, value: 15000 },
      { period: '2026-02', value: 0 },
    ]),
  ],
};
