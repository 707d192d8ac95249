import type { IndicatorDefinition } from '../definition/definition.js';
import { DUE, RELEASED, threeDue } from './commitments.rules.js';
import { COMMITMENT_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'commitments_due',
  version: 1,
  label: { it: 'Impegni in scadenza', en: 'Commitments due' },
  rule: {
    it: 'Impegni presi che scadono nel periodo, fino al giorno di riferimento, e non svincolati di comune accordo. Ciascuno conta uno.',
    en: 'Commitments agreed that are due in the period, up to the as-of day, and not released by agreement. Each counts one.',
  },
  formula: 'count of commitments with endsOn in the period, up to asOf',
  unit: 'commitment',
  direction: 'none',
  type: 'performance',
  counts: 'organisations',
  fact: 'commitment',
  where: [DUE],
  leftOut: [RELEASED],
  period: { kind: 'flow', on: 'ends_on' },
  measure: { kind: 'count' },
  breakdowns: COMMITMENT_CUTS,
  examples: [
    threeDue([
      { period: '2026-Q1', value: 3, leftOut: { released: 1 } },
      { period: '2026-01', value: 1 },
      { period: '2026-Q1', breakdown: { system: 'public' }, value: 2 },
      { period: '2026-Q1', breakdown: { resourceKind: 'money', system: 'public' }, value: 2 },
    ]),
  ],
};
