import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO11',
  label: { it: 'Istruzione ISCED 5–8', en: 'Education ISCED 5–8' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, con istruzione terziaria (ISCED 5–8).',
    en: 'Participants started in the period, one per person and measure, with tertiary education (ISCED 5–8).',
  },
  formula: 'education in (5-8)',
  having: [{ column: 'education', in: ['5-8'] }],
  counted: [{ education: '5-8' }],
  others: [{ education: '0-2' }, {}],
});
