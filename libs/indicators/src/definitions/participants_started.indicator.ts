import type { IndicatorDefinition } from '../definition/definition.js';
import { PERSON_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'participants_started',
  version: 1,
  label: { it: 'Partecipanti avviati', en: 'Participants started' },
  rule: {
    it: 'Persone con almeno un percorso iniziato nel periodo. Chi ne inizia più d’uno, anche da fonti diverse, conta una volta sola.',
    en: 'People with at least one pathway started in the period. Who starts several, also from several sources, counts once.',
  },
  formula: 'count of distinct participants with a pathway whose startedOn is in the period',
  unit: 'participant',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  period: { kind: 'flow', on: 'started_on' },
  measure: { kind: 'participants' },
  breakdowns: PERSON_CUTS,
  examples: [
    {
      title: {
        it: 'Una persona, due percorsi nello stesso trimestre',
        en: 'One person, two pathways in one quarter',
      },
      asOf: '2026-12-31',
      rows: [
        { started_on: '2026-01-10', first_in: 5, sex: 'F' },
        { started_on: '2026-03-01', first_in: 1, sex: 'F' },
        { started_on: '2026-08-01', first_in: 3, sex: 'F' },
        { started_on: '2026-01-20', first_in: 5, sex: 'M' },
        { started_on: '2026-01-25', first_in: 0, sex: 'M' },
      ],
      figures: [
        { period: '2026-01', value: 2 },
        { period: '2026-03', value: 1 },
        { period: '2026-Q1', value: 2 },
        { period: '2026-H2', value: 1 },
        { period: '2026', value: 2 },
        { period: 'since-start', value: 2 },
        { period: '2026-Q1', breakdown: { sex: 'F' }, value: 1 },
      ],
    },
  ],
};
