import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'decisions_implemented',
  version: 1,
  label: { it: 'Decisioni attuate', en: 'Decisions implemented' },
  rule: {
    it: 'Tra le decisioni prese nel periodo, quota di quelle attuate entro il giorno di riferimento. Quelle abbandonate restano tra le decisioni prese.',
    en: 'Among decisions taken in the period, the share implemented by the as-of day. Those that were dropped stay among the decisions taken.',
  },
  formula: 'decisions implemented ÷ decisions taken',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'decision',
  period: { kind: 'flow', on: 'decided_on' },
  measure: { kind: 'share', having: [{ column: 'state', in: ['implemented'] }] },
  breakdowns: [],
  examples: [
    {
      title: { it: 'Una attuata, una abbandonata, una aperta', en: 'One implemented, one dropped, one open' },
      asOf: '2026-12-31',
      rows: [
        { decided_on: '2026-02-10', state: 'implemented' },
        { decided_on: '2026-02-10', state: 'dropped' },
        { decided_on: '2026-05-12', state: 'open' },
      ],
      figures: [
        { period: '2026', value: 0.333333, numerator: 1, denominator: 3 },
        { period: '2026-02', value: 0.5 },
        { period: '2025', value: null, missing: 'no-cases' },
      ],
    },
  ],
};
