import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO15',
  label: { it: 'Minoranze', en: 'Minorities' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, appartenenti a minoranze, anche comunità emarginate.',
    en: 'Participants started in the period, one per person and measure, who belong to minorities, including marginalised communities.',
  },
  formula: 'minority in (yes)',
  having: [{ column: 'minority', in: ['yes'] }],
  counted: [{ minority: 'yes' }],
  others: [{ minority: 'no' }, {}],
});
