import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'fulfilment_rate',
  version: 1,
  label: { it: 'Impegni mantenuti', en: 'Commitments fulfilled' },
  rule: {
    it: 'Tra gli impegni presi e non svincolati di comune accordo che scadono nel periodo, fino al giorno di riferimento, quota di quelli per cui le consegne confermate raggiungono la quantità promessa. Ogni impegno conta uno.',
    en: 'Among commitments agreed, not released by agreement, and due in the period up to the as-of day, the share for which confirmed deliveries reach the promised quantity. Each commitment counts one.',
  },
  formula: 'commitments with confirmed deliveries (less corrections) ≥ quantity ÷ commitments due',
  unit: 'ratio',
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
  period: { kind: 'flow', on: 'ends_on' },
  measure: { kind: 'share', having: [{ column: 'confirmed_quantity', atLeast: 'quantity' }] },
  breakdowns: [['system'], ['resourceKind']],
  examples: [
    {
      title: { it: 'Tre in scadenza, due mantenuti', en: 'Three due, two kept' },
      asOf: '2026-03-31',
      rows: [
        {
          ends_on: '2026-01-31',
          state: 'fulfilled',
          system: 'public',
          quantity: 100,
          confirmed_quantity: 100,
        },
        {
          ends_on: '2026-03-31',
          state: 'active',
          system: 'community',
          quantity: 40,
          confirmed_quantity: 45.5,
        },
        {
          ends_on: '2026-03-01',
          state: 'breached',
          system: 'public',
          quantity: 10,
          confirmed_quantity: 9.99,
        },
        { ends_on: '2026-03-01', state: 'released', system: 'public', quantity: 10, confirmed_quantity: 0 },
        { ends_on: '2026-02-01', state: 'proposed', system: 'public', quantity: 10, confirmed_quantity: 0 },
        { ends_on: '2026-04-01', state: 'active', system: 'public', quantity: 10, confirmed_quantity: 10 },
      ],
      figures: [
        { period: '2026-Q1', value: 0.666667, numerator: 2, denominator: 3 },
        { period: '2026-02', value: null, missing: 'no-cases' },
        { period: '2026-03', value: 0.5, numerator: 1, denominator: 2 },
        { period: 'since-start', breakdown: { system: 'public' }, value: 0.5, numerator: 1, denominator: 2 },
      ],
    },
  ],
};
