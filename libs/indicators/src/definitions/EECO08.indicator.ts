import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO08',
  label: { it: 'Di 55 anni e oltre', en: 'Aged 55 and over' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, che nell’anno di avvio compivano 55 anni o più.',
    en: 'Participants started in the period, one per person and measure, who turned 55 or more in the year of the start.',
  },
  formula: 'age_group in (55+)',
  having: [{ column: 'age_group', in: ['55+'] }],
  counted: [{ age_group: '55+' }],
  others: [{ age_group: '30-54' }, {}],
});
