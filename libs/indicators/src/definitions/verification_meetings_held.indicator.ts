import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'verification_meetings_held',
  version: 1,
  label: { it: 'Incontri di verifica svolti', en: 'Verification meetings held' },
  rule: {
    it: 'Riunioni di verifica tenute nel periodo, di qualunque organismo del patto.',
    en: 'Verification meetings that took place in the period, of any body of the pact.',
  },
  formula: 'count of meetings of kind verification with heldOn in the period',
  unit: 'meeting',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'meeting',
  where: [{ column: 'kind', in: ['verification'] }],
  period: { kind: 'flow', on: 'held_on' },
  measure: { kind: 'count' },
  breakdowns: [],
  examples: [
    {
      title: { it: 'Una tra le altre', en: 'One among others' },
      asOf: '2026-12-31',
      rows: [
        { held_on: '2026-02-10', kind: 'ordinary' },
        { held_on: '2026-11-20', kind: 'verification' },
        { held_on: '2026-12-01', kind: 'extraordinary' },
      ],
      figures: [
        { period: '2026', value: 1 },
        { period: '2026-11', value: 1 },
        { period: '2026-H1', value: 0 },
      ],
    },
  ],
};
