import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO04',
  label: { it: 'Inattivi', en: 'Inactive' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, che all’avvio erano inattivi.',
    en: 'Participants started in the period, one per person and measure, who were inactive at the start.',
  },
  formula: 'entry_status in (inactive)',
  having: [{ column: 'entry_status', in: ['inactive'] }],
  counted: [{ entry_status: 'inactive' }],
  others: [{ entry_status: 'unemployed' }, {}],
});
