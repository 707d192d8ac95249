import { fundResult } from './fund.rules.js';

export const indicator = fundResult({
  code: 'EECR02',
  label: { it: 'In istruzione o formazione all’uscita', en: 'In education or training on leaving' },
  rule: {
    it: 'Partecipanti che frequentano un corso di istruzione o formazione entro 28 giorni dall’uscita; di più condizioni riferite conta l’ultima. Contano le uscite del periodo, passati i 28 giorni.',
    en: 'Participants in education or training within 28 days of the exit; of several statuses told the last counts. Exits of the period are counted once the 28 days have passed.',
  },
  formula: 'count of exits with the last labour status in [endedOn, endedOn + 28] in (in_education)',
  having: [{ column: 'left_as', in: ['in_education'] }],
  counted: [{ left_as: 'in_education' }],
  others: [{ left_as: 'inactive' }, {}, { left_as: 'in_education', ended_on: '2026-12-20' }],
  mature: { days: 28 },
  unknown: [{ column: 'left_as', known: false }],
});
