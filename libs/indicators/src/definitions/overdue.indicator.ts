import type { IndicatorDefinition } from '../definition/definition.js';
import { DUE, RELEASED, threeDue } from './commitments.rules.js';
import { COMMITMENT_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'overdue',
  version: 1,
  label: { it: 'Impegni scaduti', en: 'Overdue commitments' },
  rule: {
    it: 'Impegni presi che scadono nel periodo, fino al giorno di riferimento, e non svincolati di comune accordo, la cui quantità promessa non è ancora raggiunta da consegne confermate.',
    en: 'Commitments agreed that are due in the period, up to the as-of day, and not released by agreement, whose promised quantity confirmed deliveries have not reached yet.',
  },
  formula: 'count of commitments due whose quantity is not reached at asOf',
  unit: 'commitment',
  direction: 'down',
  type: 'performance',
  counts: 'organisations',
  fact: 'commitment',
  where: [DUE],
  leftOut: [RELEASED],
  period: { kind: 'flow', on: 'ends_on' },
  measure: { kind: 'count', having: [{ column: 'kept_on', known: false }] },
  breakdowns: COMMITMENT_CUTS,
  examples: [
    threeDue([
      { period: '2026-Q1', value: 1 },
      { period: '2026-02', value: 0 },
      { period: '2026-Q1', breakdown: { resourceKind: 'money' }, value: 1 },
    ]),
  ],
};
