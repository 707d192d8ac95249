import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'completion_rate',
  version: 1,
  label: { it: 'Percorsi completati', en: 'Pathways completed' },
  rule: {
    it: 'Tra i percorsi usciti nel periodo, quota di quelli completati. Dopo un rientro nella stessa misura conta l’uscita finale.',
    en: 'Among pathways that ended in the period, the share completed. After re-entry into the same measure the final exit counts.',
  },
  formula: 'pathways with exitReason completed ÷ pathways with endedOn in the period',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  period: { kind: 'flow', on: 'ended_on' },
  measure: { kind: 'share', having: [{ column: 'exit_reason', in: ['completed'] }] },
  breakdowns: PATHWAY_CUTS,
  examples: [
    {
      title: { it: 'Quattro usciti, due per questo motivo', en: 'Four left, two for this reason' },
      asOf: '2026-03-31',
      rows: [
        { ended_on: '2026-01-15', exit_reason: 'completed', sex: 'F' },
        { ended_on: '2026-01-20', exit_reason: 'transferred', sex: 'M' },
        { ended_on: '2026-02-20', exit_reason: 'completed', sex: 'F' },
        { ended_on: '2026-02-21', sex: 'F' },
        { ended_on: '2026-04-01', exit_reason: 'completed', sex: 'F' },
      ],
      figures: [
        { period: '2026-01', value: 0.5, numerator: 1, denominator: 2 },
        { period: '2026-Q1', value: 0.5, numerator: 2, denominator: 4 },
        { period: '2026-Q1', breakdown: { sex: 'F' }, value: 0.666667, numerator: 2, denominator: 3 },
        { period: '2026-03', value: null, missing: 'no-cases' },
      ],
    },
  ],
};
