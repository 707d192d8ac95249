import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO16',
  label: { it: 'Senza dimora o in esclusione abitativa', en: 'Homeless or affected by housing exclusion' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, senza dimora o colpiti da esclusione abitativa.',
    en: 'Participants started in the period, one per person and measure, who are homeless or affected by housing exclusion.',
  },
  formula: 'housing_exclusion in (yes)',
  having: [{ column: 'housing_exclusion', in: ['yes'] }],
  counted: [{ housing_exclusion: 'yes' }],
  others: [{ housing_exclusion: 'no' }, {}],
});
