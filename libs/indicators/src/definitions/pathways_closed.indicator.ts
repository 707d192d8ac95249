import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'pathways_closed',
  version: 1,
  label: { it: 'Percorsi conclusi', en: 'Pathways closed' },
  rule: {
    it: 'Percorsi usciti nel periodo, per qualunque motivo. Dopo un rientro nella stessa misura conta l’uscita finale.',
    en: 'Pathways that ended in the period, whatever the reason. After re-entry into the same measure the final exit counts.',
  },
  formula: 'count of pathways with endedOn in the period',
  unit: 'pathway',
  direction: 'none',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  period: { kind: 'flow', on: 'ended_on' },
  measure: { kind: 'count' },
  breakdowns: PATHWAY_CUTS,
  examples: [
    {
      title: { it: 'Due usciti, uno ancora dentro', en: 'Two left, one is still in' },
      asOf: '2026-03-31',
      rows: [
        { started_on: '2025-11-01', ended_on: '2026-01-15', age_group: '18-29' },
        { started_on: '2026-01-01', ended_on: '2026-02-28', age_group: '55+' },
        { started_on: '2026-01-01', age_group: '55+' },
      ],
      figures: [
        { period: '2026-01', value: 1 },
        { period: '2026-H1', value: 2 },
        { period: '2025', value: 0 },
        { period: '2026', breakdown: { ageGroup: '55+' }, value: 1 },
      ],
    },
  ],
};
