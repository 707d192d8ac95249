import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'placement_rate_180',
  version: 1,
  label: { it: 'Inserimento lavorativo entro 180 giorni', en: 'Placement within 180 days' },
  rule: {
    it: 'Tra i percorsi avviati nel periodo almeno 180 giorni prima del giorno di riferimento, quota di chi ha iniziato un lavoro entro 180 giorni dall’avvio. I tirocini non sono lavoro.',
    en: 'Among pathways started in the period, at least 180 days before the as-of day, the share that started a job within 180 days of the start. Traineeships are not jobs.',
  },
  formula:
    'pathways with a job started in [startedOn, startedOn + 180] ÷ pathways with startedOn ≤ asOf − 180',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'pathway',
  period: { kind: 'cohort', on: 'started_on', mature: { days: 180 } },
  measure: { kind: 'share', having: [{ column: 'first_job_on', withinDays: 180, of: 'started_on' }] },
  breakdowns: PATHWAY_CUTS,
  examples: [
    {
      title: {
        it: 'Coorte matura: chi è partito da poco non conta',
        en: 'Mature cohort: recent starts do not count',
      },
      asOf: '2026-06-30',
      rows: [
        { started_on: '2026-01-01', first_job_on: '2026-06-30', system: 'public' },
        { started_on: '2025-12-01', first_job_on: '2026-05-31', system: 'public' },
        { started_on: '2025-12-01', system: 'third_sector' },
        { started_on: '2026-01-02', first_job_on: '2026-01-03', system: 'public' },
      ],
      figures: [
        { period: '2026-01', value: 1, numerator: 1, denominator: 1 },
        { period: '2025-12', value: 0, numerator: 0, denominator: 2 },
        { period: 'since-start', value: 0.333333, numerator: 1, denominator: 3 },
        { period: '2026-Q2', value: null, missing: 'no-cases' },
        { period: '2025-12', breakdown: { system: 'public' }, value: 0, numerator: 0, denominator: 1 },
      ],
    },
  ],
};
