import type { Example } from '../definition/definition.js';

const DESK = { since: '2026-01-10', measure: 'desk', budget_cents: 0, funded_cents: 0, spent_cents: 0 };
const BUS = { ...DESK, since: '2026-02-01', measure: 'bus' };

/** Two measures: one of 1,000 euros, and from February one of 500 that is given up in April. */
const MONEY: Example['rows'] = [
  { ...DESK, budget_cents: 100_000 },
  { ...DESK, since: '2026-01-20', funded_cents: 60_000 },
  { ...DESK, since: '2026-03-01', funded_cents: 40_000 },
  { ...DESK, since: '2026-02-10', spent_cents: 30_000 },
  { ...DESK, since: '2026-03-10', spent_cents: -5_000 },
  { ...BUS, until: '2026-04-15', budget_cents: 50_000 },
  { ...BUS, until: '2026-04-15', since: '2026-02-15', funded_cents: 20_000 },
];

/** The same money, with what comes of it. */
export const twoMeasures = (figures: Example['figures']): Example => ({
  title: { it: 'Due misure, e una viene chiusa', en: 'Two measures, and one is given up' },
  asOf: '2026-05-31',
  rows: MONEY,
  figures,
});
