import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO09',
  label: { it: 'Istruzione ISCED 0–2', en: 'Education ISCED 0–2' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, con istruzione secondaria inferiore o meno (ISCED 0–2).',
    en: 'Participants started in the period, one per person and measure, with lower secondary education or less (ISCED 0–2).',
  },
  formula: 'education in (0-2)',
  having: [{ column: 'education', in: ['0-2'] }],
  counted: [{ education: '0-2' }],
  others: [{ education: '3-4' }, {}],
});
