import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO02',
  label: { it: 'Disoccupati, anche di lungo periodo', en: 'Unemployed, including long-term' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, che all’avvio erano disoccupati, anche di lungo periodo.',
    en: 'Participants started in the period, one per person and measure, who were unemployed at the start, including long-term.',
  },
  formula: 'entry_status in (unemployed, long_term_unemployed)',
  having: [{ column: 'entry_status', in: ['unemployed', 'long_term_unemployed'] }],
  counted: [{ entry_status: 'unemployed' }, { entry_status: 'long_term_unemployed' }],
  others: [{ entry_status: 'inactive' }, {}],
});
