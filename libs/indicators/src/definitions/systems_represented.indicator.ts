import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'systems_represented',
  version: 1,
  label: { it: 'Sistemi rappresentati', en: 'Systems represented' },
  rule: {
    it: 'Quanti dei quattro sistemi (pubblico, terzo settore, economico-produttivo, comunità) hanno almeno un firmatario del patto alla fine dell’ultimo giorno del periodo.',
    en: 'How many of the four systems (public, third sector, economic-productive, community) have at least one signatory of the pact at the end of the last day of the period.',
  },
  formula:
    'count of distinct systems among members signed by d and not withdrawn by d, d = last day of the period',
  unit: 'system',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'membership',
  period: { kind: 'stock', from: 'signed_on', until: 'withdrawn_on' },
  measure: { kind: 'distinct', breakdown: 'system' },
  breakdowns: [],
  examples: [
    {
      title: { it: 'Chi recede porta via il suo sistema', en: 'Who withdraws takes its system along' },
      asOf: '2026-03-31',
      rows: [
        { signed_on: '2026-01-10', system: 'public' },
        { signed_on: '2026-01-15', system: 'public' },
        { signed_on: '2026-01-31', withdrawn_on: '2026-03-31', system: 'community' },
        { signed_on: '2026-04-01', system: 'third_sector' },
      ],
      figures: [
        { period: '2026-01', value: 2 },
        { period: '2026-02', value: 2 },
        { period: '2026-03', value: 1 },
        { period: '2026-Q1', value: 1 },
        { period: '2025', value: 0 },
      ],
    },
  ],
};
