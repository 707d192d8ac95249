import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'resources_committed',
  version: 1,
  label: { it: 'Risorse impegnate', en: 'Resources committed' },
  rule: {
    it: 'Quantità promesse negli impegni presi e non svincolati, per tipo di risorsa e sistema di chi promette, nel periodo in cui l’impegno comincia (anche futuro). Il denaro è in centesimi. Unità diverse non si sommano: dove si incontrano il valore manca.',
    en: 'Quantities promised in commitments agreed and not released, by kind of resource and system of the promisor, in the period in which the commitment begins (also a future one). Money is in cents. Different units are not added: where they meet, the value is missing.',
  },
  formula: 'Σ quantity, within one unit',
  unit: 'mixed',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'commitment',
  where: [
    {
      column: 'state',
      in: ['agreed', 'active', 'renegotiating', 'fulfilled', 'partly_fulfilled', 'breached'],
    },
  ],
  period: { kind: 'flow', on: 'starts_on', ahead: true },
  measure: { kind: 'sum', column: 'quantity', unit: 'unit' },
  breakdowns: [['resourceKind'], ['system'], ['resourceKind', 'system']],
  examples: [
    {
      title: { it: 'Denaro e ore non si sommano', en: 'Money and hours are not added' },
      asOf: '2026-01-31',
      rows: [
        {
          starts_on: '2026-01-10',
          state: 'active',
          resource_kind: 'money',
          system: 'public',
          quantity: 1250000,
          unit: 'EUR',
        },
        {
          starts_on: '2026-01-20',
          state: 'agreed',
          resource_kind: 'money',
          system: 'community',
          quantity: 50001,
          unit: 'EUR',
        },
        {
          starts_on: '2026-04-01',
          state: 'agreed',
          resource_kind: 'staff_time',
          system: 'public',
          quantity: 12.1,
          unit: 'hours',
        },
        {
          starts_on: '2026-04-02',
          state: 'fulfilled',
          resource_kind: 'staff_time',
          system: 'public',
          quantity: 0.2,
          unit: 'hours',
        },
        {
          starts_on: '2026-01-20',
          state: 'draft',
          resource_kind: 'money',
          system: 'public',
          quantity: 777,
          unit: 'EUR',
        },
      ],
      figures: [
        { period: 'since-start', value: null, missing: 'units-differ' },
        { period: 'since-start', breakdown: { resourceKind: 'money' }, value: 1300001 },
        { period: '2026-01', breakdown: { resourceKind: 'money', system: 'public' }, value: 1250000 },
        { period: '2026-Q2', breakdown: { resourceKind: 'staff_time' }, value: 12.3 },
        { period: '2026-01', value: 1300001 },
        { period: '2026', breakdown: { system: 'public' }, value: null, missing: 'units-differ' },
      ],
    },
  ],
};
