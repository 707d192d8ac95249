import { fundResult } from './fund.rules.js';

export const indicator = fundResult({
  code: 'EECR03',
  label: { it: 'Qualificati all’uscita', en: 'Gaining a qualification on leaving' },
  rule: {
    it: 'Partecipanti che hanno ottenuto una qualifica tra l’avvio e 28 giorni dopo l’uscita. Contano le uscite del periodo, passati i 28 giorni.',
    en: 'Participants who gained a qualification between the start and 28 days after the exit. Exits of the period are counted once the 28 days have passed.',
  },
  formula: 'count of exits with a qualification awarded in [startedOn, endedOn + 28]',
  having: [{ column: 'qualified', is: true }],
  counted: [{ qualified: true }],
  others: [{ qualified: false }],
  mature: { days: 28 },
});
