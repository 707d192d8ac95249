import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'consultations_held',
  version: 1,
  label: { it: 'Consultazioni svolte', en: 'Consultations held' },
  rule: {
    it: 'Consultazioni terminate nel periodo e chiuse con una sintesi. Quelle annullate non contano.',
    en: 'Consultations that ended in the period and were closed with a synthesis. Those that were cancelled do not count.',
  },
  formula: 'count of closed consultations with endsOn in the period',
  unit: 'consultation',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'consultation',
  period: { kind: 'flow', on: 'ended_on' },
  measure: { kind: 'count' },
  breakdowns: [],
  examples: [
    {
      title: { it: 'Due in un anno', en: 'Two within a year' },
      asOf: '2026-12-31',
      rows: [
        { ended_on: '2026-03-31', kind: 'workshop' },
        { ended_on: '2026-10-15', kind: 'survey' },
        { ended_on: '2025-12-31', kind: 'survey' },
      ],
      figures: [
        { period: '2026', value: 2 },
        { period: '2026-H1', value: 1 },
        { period: '2026-Q3', value: 0 },
        { period: '2025', value: 1 },
      ],
    },
  ],
};
