import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO12',
  label: { it: 'Persone con disabilità', en: 'Persons with disabilities' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, con disabilità.',
    en: 'Participants started in the period, one per person and measure, with a disability.',
  },
  formula: 'disability in (yes)',
  having: [{ column: 'disability', in: ['yes'] }],
  counted: [{ disability: 'yes' }],
  others: [{ disability: 'no' }, {}],
});
