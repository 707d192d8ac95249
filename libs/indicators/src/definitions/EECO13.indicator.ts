import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO13',
  label: { it: 'Cittadini di paesi terzi', en: 'Third-country nationals' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, cittadini di paesi terzi.',
    en: 'Participants started in the period, one per person and measure, who are third-country nationals.',
  },
  formula: 'citizenship in (third_country)',
  having: [{ column: 'citizenship', in: ['third_country'] }],
  counted: [{ citizenship: 'third_country' }],
  others: [{ citizenship: 'eu' }, {}],
});
