import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'grid_cells_covered',
  version: 1,
  label: { it: 'Caselle delle griglie coperte', en: 'Grid cells covered' },
  rule: {
    it: 'Delle caselle di tutte le griglie di classificazione del patto, alla fine dell’ultimo giorno del periodo, quota di quelle in cui sta almeno una misura non chiusa. Le caselle sono quelle in cui le misure stanno ora; una misura conta dal giorno in cui è inserita, o dal suo primo giorno se precede.',
    en: 'Of the cells of all classification grids of the pact, at the end of the last day of the period, the share in which at least one measure sits that is not closed. Cells are those in which measures sit now; a measure counts from the day on which it was entered, or its first day if that is earlier.',
  },
  formula: 'cells with a measure that is not closed ÷ cells, d = last day of the period',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'grid_cell',
  period: { kind: 'stock', from: 'since', until: 'until' },
  measure: { kind: 'share', having: [{ column: 'is_covered', is: true }] },
  breakdowns: [],
  examples: [
    {
      title: { it: 'Quattro caselle, due coperte', en: 'Four cells, two covered' },
      asOf: '2026-03-31',
      rows: [
        { since: '2026-01-01', is_covered: false },
        { since: '2026-01-01', is_covered: false },
        { since: '2026-01-01', is_covered: true },
        { since: '2026-01-01', until: '2026-02-15', is_covered: false },
        { since: '2026-02-15', is_covered: true },
      ],
      figures: [
        { period: '2026-01', value: 0.25, numerator: 1, denominator: 4 },
        { period: '2026-02', value: 0.5, numerator: 2, denominator: 4 },
        { period: '2026', value: 0.5 },
      ],
    },
  ],
};
