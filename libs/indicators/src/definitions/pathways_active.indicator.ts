import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'pathways_active',
  version: 1,
  label: { it: 'Percorsi attivi', en: 'Active pathways' },
  rule: {
    it: 'Percorsi aperti alla fine dell’ultimo giorno del periodo (o del giorno di riferimento, se il periodo è in corso). Chi esce in quel giorno non è più attivo.',
    en: 'Pathways open at the end of the last day of the period (or of the as-of day while the period runs). Who leaves on that day is no longer active.',
  },
  formula: 'count of pathways with startedOn ≤ d and (no endedOn or endedOn > d), d = last day of the period',
  unit: 'pathway',
  direction: 'none',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  period: { kind: 'stock', from: 'started_on', until: 'ended_on' },
  measure: { kind: 'count' },
  breakdowns: PATHWAY_CUTS,
  examples: [
    {
      title: {
        it: 'Chi esce l’ultimo giorno non conta più',
        en: 'Who leaves on the last day is not counted',
      },
      asOf: '2026-03-15',
      rows: [
        { started_on: '2026-01-10', sex: 'F' },
        { started_on: '2026-01-10', ended_on: '2026-01-31', sex: 'F' },
        { started_on: '2026-01-31', ended_on: '2026-03-01', sex: 'M' },
        { started_on: '2026-02-01', ended_on: '2026-03-20', sex: 'M' },
      ],
      figures: [
        { period: '2026-01', value: 2 },
        { period: '2026-02', value: 3 },
        { period: '2026-03', value: 2 },
        { period: '2026-Q1', value: 2 },
        { period: 'since-start', value: 2 },
        { period: '2026-02', breakdown: { sex: 'M' }, value: 2 },
        { period: '2026-03', breakdown: { sex: 'M' }, value: 1 },
      ],
    },
  ],
};
