import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO05',
  label: { it: 'Occupati, anche autonomi', en: 'Employed, including self-employed' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, che all’avvio erano occupati, anche autonomi.',
    en: 'Participants started in the period, one per person and measure, who were employed at the start, including self-employed.',
  },
  formula: 'entry_status in (employed)',
  having: [{ column: 'entry_status', in: ['employed'] }],
  counted: [{ entry_status: 'employed' }],
  others: [{ entry_status: 'inactive' }, {}],
});
