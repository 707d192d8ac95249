import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO03',
  label: { it: 'Disoccupati di lungo periodo', en: 'Long-term unemployed' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, che all’avvio erano disoccupati di lungo periodo.',
    en: 'Participants started in the period, one per person and measure, who were long-term unemployed at the start.',
  },
  formula: 'entry_status in (long_term_unemployed)',
  having: [{ column: 'entry_status', in: ['long_term_unemployed'] }],
  counted: [{ entry_status: 'long_term_unemployed' }],
  others: [{ entry_status: 'unemployed' }, {}],
});
