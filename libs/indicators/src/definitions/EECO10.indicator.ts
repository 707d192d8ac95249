import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO10',
  label: { it: 'Istruzione ISCED 3–4', en: 'Education ISCED 3–4' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, con istruzione secondaria superiore o post-secondaria (ISCED 3–4).',
    en: 'Participants started in the period, one per person and measure, with upper secondary or post-secondary education (ISCED 3–4).',
  },
  formula: 'education in (3-4)',
  having: [{ column: 'education', in: ['3-4'] }],
  counted: [{ education: '3-4' }],
  others: [{ education: '5-8' }, {}],
});
