import { fundResult } from './fund.rules.js';

export const indicator = fundResult({
  code: 'EECR01',
  label: { it: 'In cerca di lavoro all’uscita', en: 'Searching for a job on leaving' },
  rule: {
    it: 'Partecipanti che cercano un lavoro entro 28 giorni dall’uscita; di più condizioni riferite conta l’ultima. Contano le uscite del periodo, passati i 28 giorni.',
    en: 'Participants searching for a job within 28 days of the exit; of several statuses told the last counts. Exits of the period are counted once the 28 days have passed.',
  },
  formula: 'count of exits with the last labour status in [endedOn, endedOn + 28] in (searching)',
  having: [{ column: 'left_as', in: ['searching'] }],
  counted: [{ left_as: 'searching' }],
  others: [{ left_as: 'inactive' }, {}, { left_as: 'searching', ended_on: '2026-12-20' }],
  mature: { days: 28 },
  unknown: [{ column: 'left_as', known: false }],
});
