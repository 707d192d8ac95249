import type { IndicatorDefinition } from '../definition/definition.js';
import { STANDING } from './commitments.rules.js';
import { COMMITMENT_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'time_to_fulfilment',
  version: 1,
  label: { it: 'Giorni fino all’adempimento', en: 'Days to fulfilment' },
  rule: {
    it: 'Giorni dall’inizio dell’impegno a quando le consegne confermate raggiungono la quantità promessa: mediana e quartili stimati sugli impegni cominciati nel periodo. Quelli non ancora mantenuti sono osservati fino al giorno di riferimento.',
    en: 'Days from the start of the commitment to the day on which confirmed deliveries reach the promised quantity: median and quartiles estimated over commitments begun in the period. Those not kept yet are watched up to the as-of day.',
  },
  formula:
    'Kaplan–Meier: smallest t with S(t) ≤ 0.75, 0.5, 0.25; T = day reached − startsOn, or asOf − startsOn',
  unit: 'days',
  direction: 'down',
  type: 'performance',
  counts: 'organisations',
  fact: 'commitment',
  where: [STANDING],
  period: { kind: 'cohort', on: 'starts_on' },
  measure: { kind: 'time', until: 'kept_on' },
  breakdowns: COMMITMENT_CUTS,
  examples: [
    {
      title: { it: 'Due mantenuti, uno ancora no', en: 'Two kept, one not yet' },
      asOf: '2026-03-31',
      rows: [
        { starts_on: '2026-01-01', state: 'fulfilled', kept_on: '2026-01-31', system: 'public' },
        { starts_on: '2026-01-01', state: 'active', system: 'public' },
        { starts_on: '2026-01-01', state: 'fulfilled', kept_on: '2026-03-02', system: 'community' },
        { starts_on: '2026-01-01', state: 'released' },
      ],
      figures: [
        { period: '2026-01', value: 60, lowerQuartile: 30, median: 60, n: 3, ended: 2 },
        { period: '2026-01', breakdown: { system: 'community' }, value: 60 },
      ],
    },
  ],
};
