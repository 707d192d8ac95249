import { fundResult } from './fund.rules.js';

export const indicator = fundResult({
  code: 'EECR04',
  label: { it: 'Occupati all’uscita', en: 'In employment on leaving' },
  rule: {
    it: 'Partecipanti che hanno un lavoro, anche autonomo, entro 28 giorni dall’uscita; di più condizioni riferite conta l’ultima. Contano le uscite del periodo, passati i 28 giorni. Dove nessuna condizione è riferita, conta chi ha un rapporto di lavoro in quei giorni.',
    en: 'Participants in employment, including self-employment, within 28 days of the exit; of several statuses told the last counts. Exits of the period are counted once the 28 days have passed. Where no status is told, a job in these days counts.',
  },
  formula:
    'count of exits with the last labour status in [endedOn, endedOn + 28] in (employed, self_employed)',
  having: [{ column: 'left_as', in: ['employed', 'self_employed'] }],
  counted: [{ left_as: 'employed' }, { left_as: 'self_employed' }],
  others: [{ left_as: 'inactive' }, {}, { left_as: 'employed', ended_on: '2026-12-20' }],
  mature: { days: 28 },
  unknown: [{ column: 'left_as', known: false }],
});
