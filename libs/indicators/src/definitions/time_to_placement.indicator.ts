import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'time_to_placement',
  version: 1,
  label: { it: 'Giorni fino al primo lavoro', en: 'Days to the first job' },
  rule: {
    it: 'Giorni dall’avvio del percorso al primo lavoro: mediana e quartili stimati su tutti i percorsi avviati nel periodo. Chi non ha ancora un lavoro è osservato fino al giorno di riferimento. I tirocini non sono lavoro.',
    en: 'Days from the start of the pathway to the first job: median and quartiles estimated over all pathways started in the period. Who has no job yet is watched up to the as-of day. Traineeships are not jobs.',
  },
  formula:
    'Kaplan–Meier: smallest t with S(t) ≤ 0.75, 0.5, 0.25; T = firstJobOn − startedOn, or asOf − startedOn while there is none',
  unit: 'days',
  direction: 'down',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  period: { kind: 'cohort', on: 'started_on' },
  measure: { kind: 'time', until: 'first_job_on' },
  breakdowns: PATHWAY_CUTS,
  examples: [
    {
      title: { it: 'Quattro percorsi, tre lavori', en: 'Four pathways, three jobs' },
      asOf: '2026-06-30',
      rows: [
        { started_on: '2026-01-01', first_job_on: '2026-01-31', sex: 'F' },
        { started_on: '2026-01-01', first_job_on: '2026-03-02', sex: 'F' },
        { started_on: '2026-01-01', first_job_on: '2026-08-01', sex: 'M' },
        { started_on: '2026-01-01', first_job_on: '2026-04-01', sex: 'M' },
      ],
      figures: [
        { period: '2026-01', value: 60, median: 60, lowerQuartile: 30, upperQuartile: 90, n: 4, ended: 3 },
        { period: '2026', breakdown: { sex: 'M' }, value: 90, n: 2, ended: 1 },
        { period: '2026-02', value: null, missing: 'no-cases' },
      ],
    },
    {
      title: { it: 'Troppo presto per dirlo', en: 'Too early to tell' },
      asOf: '2026-01-31',
      rows: [
        { started_on: '2026-01-01' },
        { started_on: '2026-01-01', first_job_on: '2026-01-11' },
        { started_on: '2026-01-02' },
      ],
      figures: [
        { period: '2026-01', value: null, missing: 'not-observed', n: 3, ended: 1, lowerQuartile: 10 },
      ],
    },
  ],
};
