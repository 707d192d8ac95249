import { fundOutput } from './fund.rules.js';

export const indicator = fundOutput({
  code: 'EECO01',
  label: { it: 'Partecipanti', en: 'Participants' },
  rule: {
    it: 'Partecipanti avviati nel periodo, uno per persona e misura.',
    en: 'Participants started in the period, one per person and measure.',
  },
  formula: 'count of pathways with startedOn in the period',
  having: [],
  counted: [{ entry_status: 'employed' }, {}],
  others: [],
});
