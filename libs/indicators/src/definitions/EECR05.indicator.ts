import { fundResult } from './fund.rules.js';

export const indicator = fundResult({
  code: 'EECR05',
  label: { it: 'Occupati sei mesi dopo l’uscita', en: 'In employment six months after leaving' },
  rule: {
    it: 'Partecipanti che hanno un lavoro nel giorno, sei mesi dopo l’uscita. Contano le uscite del periodo, passati i sei mesi.',
    en: 'Participants with a job on the day six months after the exit. Exits of the period are counted once the six months have passed.',
  },
  formula: 'count of exits with a job on endedOn + 6 months',
  having: [{ column: 'employed_half_year', is: true }],
  counted: [{ employed_half_year: true }],
  others: [{ employed_half_year: false }, {}],
  mature: { by: 'half_year_on' },
  unknown: [{ column: 'employed_half_year', known: false }],
});
