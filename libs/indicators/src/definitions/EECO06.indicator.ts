import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO06',
  label: { it: 'Minori di 18 anni', en: 'Under 18' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, che nell’anno di avvio compivano meno di 18 anni.',
    en: 'Participants started in the period, one per person and measure, who turned less than 18 in the year of the start.',
  },
  formula: 'age_group in (<18)',
  having: [{ column: 'age_group', in: ['<18'] }],
  counted: [{ age_group: '<18' }],
  others: [{ age_group: '18-29' }, {}],
});
