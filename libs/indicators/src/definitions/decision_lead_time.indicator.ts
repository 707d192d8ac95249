import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'decision_lead_time',
  version: 1,
  label: { it: 'Giorni dalla proposta alla decisione', en: 'Days from proposal to decision' },
  rule: {
    it: 'Giorni da quando una proposta è presentata a quando è approvata: mediana e quartili stimati sulle proposte presentate nel periodo. Quelle al voto sono osservate fino al giorno di riferimento; quelle ritirate o non approvate non contano.',
    en: 'Days from the day a proposal was put forward to the day it was adopted: median and quartiles estimated over proposals put forward in the period. Those that are voted on are watched up to the as-of day; those withdrawn or not adopted do not count.',
  },
  formula:
    'Kaplan–Meier: smallest t with S(t) ≤ 0.75, 0.5, 0.25; T = decidedOn − submittedOn, or asOf − submittedOn',
  unit: 'days',
  direction: 'down',
  type: 'performance',
  counts: 'organisations',
  fact: 'proposal',
  period: { kind: 'cohort', on: 'submitted_on' },
  measure: { kind: 'time', until: 'decided_on' },
  breakdowns: [],
  examples: [
    {
      title: { it: 'Due decise, una al voto', en: 'Two decided, one being voted on' },
      asOf: '2026-03-31',
      rows: [
        { submitted_on: '2026-01-01', decided_on: '2026-01-11' },
        { submitted_on: '2026-01-01', decided_on: '2026-01-31' },
        { submitted_on: '2026-01-01' },
      ],
      figures: [{ period: '2026-01', value: 30, lowerQuartile: 10, median: 30, n: 3, ended: 2 }],
    },
  ],
};
