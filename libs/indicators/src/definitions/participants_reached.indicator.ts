import type { IndicatorDefinition } from '../definition/definition.js';
import { PERSON_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'participants_reached',
  version: 1,
  label: { it: 'Partecipanti raggiunti', en: 'Participants reached' },
  rule: {
    it: 'Persone per cui nel periodo è accaduto qualcosa: avvio o uscita di un percorso, servizio reso, valutazione, qualifica. Ciascuna conta una volta sola, qualunque sia la fonte.',
    en: 'People for whom anything happened in the period: a pathway started or ended, a service, an assessment, a qualification. Each counts once, whatever the source.',
  },
  formula: 'count of distinct participants with an activity in the period',
  unit: 'participant',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'activity',
  period: { kind: 'flow', on: 'active_on' },
  measure: { kind: 'participants' },
  breakdowns: PERSON_CUTS,
  examples: [
    {
      title: { it: 'Due mesi, una persona', en: 'Two months, one person' },
      asOf: '2026-12-31',
      rows: [
        { active_on: '2026-01-10', first_in: 5, sex: 'F' },
        { active_on: '2026-02-01', first_in: 1, sex: 'F' },
        { active_on: '2026-02-03', first_in: 4, sex: 'M' },
        { active_on: '2027-01-03', first_in: 4, sex: 'M' },
      ],
      figures: [
        { period: '2026-01', value: 1 },
        { period: '2026-02', value: 2 },
        { period: '2026-Q1', value: 2 },
        { period: '2026', value: 2 },
        { period: 'since-start', value: 1 },
        { period: '2026-Q2', value: 0 },
        { period: '2026-02', breakdown: { sex: 'M' }, value: 1 },
      ],
    },
  ],
};
