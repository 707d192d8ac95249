import type { IndicatorDefinition } from '../definition/definition.js';

export const indicator: IndicatorDefinition = {
  code: 'measures_on_schedule',
  version: 1,
  label: { it: 'Misure in linea con i tempi', en: 'Measures on schedule' },
  rule: {
    it: 'Tra le misure approvate, con un primo e un ultimo giorno, in corso alla fine dell’ultimo giorno del periodo (iniziate, non completate né chiuse), quota di quelle il cui ultimo avanzamento registrato non è più di un decimo indietro rispetto a un passo uniforme dal primo all’ultimo giorno; dopo l’ultimo giorno, solo se tutto è fatto.',
    en: 'Among approved measures with a first and a last day that are under way at the end of the last day of the period (begun, neither completed nor closed), the share of those whose last recorded progress is no more than a tenth behind an even pace from the first day to the last; after the last day, only if all is done.',
  },
  formula: 'measures with progress ≥ elapsed share − 0.1 ÷ measures under way, d = last day of the period',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'organisations',
  fact: 'schedule',
  period: { kind: 'stock', from: 'since', until: 'until' },
  measure: { kind: 'share', having: [{ column: 'on_schedule', is: true }] },
  breakdowns: [['measure']],
  examples: [
    {
      title: { it: 'Una resta indietro, recupera e finisce', en: 'One falls behind, catches up and ends' },
      asOf: '2026-06-30',
      rows: [
        { measure: 'desk', since: '2026-01-01', until: '2026-02-06', on_schedule: true },
        { measure: 'desk', since: '2026-02-06', until: '2026-03-15', on_schedule: false },
        { measure: 'desk', since: '2026-03-15', until: '2026-06-10', on_schedule: true },
        { measure: 'bus', since: '2026-01-01', on_schedule: true },
      ],
      figures: [
        { period: '2026-01', value: 1, numerator: 2, denominator: 2 },
        { period: '2026-02', value: 0.5, numerator: 1, denominator: 2 },
        { period: '2026-Q1', value: 1 },
        { period: '2026-H1', value: 1, numerator: 1, denominator: 1 },
        { period: '2026-Q1', breakdown: { measure: 'desk' }, value: 1, denominator: 1 },
        { period: '2025', value: null, missing: 'no-cases' },
      ],
    },
  ],
};
