import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO07',
  label: { it: 'Da 18 a 29 anni', en: 'Aged 18 to 29' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, che nell’anno di avvio compivano da 18 a 29 anni.',
    en: 'Participants started in the period, one per person and measure, who turned 18 to 29 in the year of the start.',
  },
  formula: 'age_group in (18-29)',
  having: [{ column: 'age_group', in: ['18-29'] }],
  counted: [{ age_group: '18-29' }],
  others: [{ age_group: '30-54' }, {}],
});
