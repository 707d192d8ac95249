import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'resources_delivered',
  version: 1,
  label: { it: 'Risorse consegnate', en: 'Resources delivered' },
  rule: {
    it: 'Quantità consegnate nel periodo e confermate da chi le ha ricevute, al netto delle correzioni, per tipo di risorsa e sistema di chi consegna. Il denaro è in centesimi. Unità diverse non si sommano: dove si incontrano il valore manca.',
    en: 'Quantities delivered in the period and confirmed by those who received them, less corrections, by kind of resource and system of who delivers. Money is in cents. Different units are not added: where they meet, the value is missing.',
  },
  formula: 'Σ quantity of confirmed deliveries, within one unit',
  unit: 'mixed',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'delivery',
  period: { kind: 'flow', on: 'delivered_on' },
  measure: { kind: 'sum', column: 'quantity', unit: 'unit' },
  breakdowns: [['resourceKind'], ['system'], ['resourceKind', 'system']],
  examples: [
    {
      title: { it: 'Una consegna corretta', en: 'A delivery and its correction' },
      asOf: '2026-02-28',
      rows: [
        {
          delivered_on: '2026-01-10',
          resource_kind: 'places',
          system: 'public',
          quantity: 5,
          unit: 'places',
        },
        {
          delivered_on: '2026-02-10',
          resource_kind: 'places',
          system: 'public',
          quantity: -1,
          unit: 'places',
        },
        {
          delivered_on: '2026-02-11',
          resource_kind: 'money',
          system: 'third_sector',
          quantity: 199,
          unit: 'EUR',
        },
      ],
      figures: [
        { period: '2026-Q1', breakdown: { resourceKind: 'places' }, value: 4 },
        { period: '2026-02', breakdown: { resourceKind: 'places' }, value: -1 },
        { period: '2026', breakdown: { resourceKind: 'money', system: 'third_sector' }, value: 199 },
        { period: '2026', value: null, missing: 'units-differ' },
      ],
    },
  ],
};
