import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'pathways_started',
  version: 1,
  label: { it: 'Percorsi avviati', en: 'Pathways started' },
  rule: {
    it: 'Percorsi iniziati nel periodo. Un percorso per persona e misura: il rientro nella stessa misura non ne apre un altro.',
    en: 'Pathways that started in the period. One per participant and measure: re-entry into the same measure opens no other.',
  },
  formula: 'count of pathways with startedOn in the period',
  unit: 'pathway',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  period: { kind: 'flow', on: 'started_on' },
  measure: { kind: 'count' },
  breakdowns: PATHWAY_CUTS,
  examples: [
    {
      title: { it: 'Tre percorsi in due mesi', en: 'Three pathways in two months' },
      asOf: '2026-02-28',
      rows: [
        { started_on: '2026-01-01', sex: 'F', target_groups: ['neet', 'migrant'] },
        { started_on: '2026-01-31', sex: 'M', target_groups: ['neet'] },
        { started_on: '2026-02-01', target_groups: [] },
        { started_on: '2026-03-01', sex: 'F', target_groups: [] },
      ],
      figures: [
        { period: '2026-01', value: 2 },
        { period: '2026-02', value: 1 },
        { period: '2026-Q1', value: 3 },
        { period: '2026', value: 3 },
        { period: 'since-start', value: 3 },
        { period: '2026-Q1', breakdown: { sex: 'F' }, value: 1 },
        { period: '2026-Q1', breakdown: { sex: 'unknown' }, value: 1 },
        { period: '2026-01', breakdown: { targetGroup: 'neet' }, value: 2 },
        { period: '2026-01', breakdown: { targetGroup: 'migrant' }, value: 1 },
      ],
    },
  ],
};
