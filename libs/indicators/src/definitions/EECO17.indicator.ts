import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO17',
  label: { it: 'Da zone rurali', en: 'From rural areas' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura, che provengono da zone rurali.',
    en: 'Participants started in the period, one per person and measure, from rural areas.',
  },
  formula: 'rural in (yes)',
  having: [{ column: 'rural', in: ['yes'] }],
  counted: [{ rural: 'yes' }],
  others: [{ rural: 'no' }, {}],
});
