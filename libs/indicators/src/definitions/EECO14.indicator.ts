import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO14',
  label: { it: 'Di origine straniera', en: 'Foreign background' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, di origine straniera.',
    en: 'Participants started in the period, one per person and measure, with a foreign background.',
  },
  formula: 'foreign_background in (yes)',
  having: [{ column: 'foreign_background', in: ['yes'] }],
  counted: [{ foreign_background: 'yes' }],
  others: [{ foreign_background: 'no' }, {}],
});
