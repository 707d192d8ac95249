import { fundResult } from './fund.rules.js';

export const indicator = fundResult({
  code: 'EECR06',
  label: {
    it: 'Situazione lavorativa migliorata sei mesi dopo',
    en: 'Improved labour-market situation six months after',
  },
  rule: {
    it: 'Partecipanti occupati all’avvio che sei mesi dopo l’uscita sono passati da un contratto a termine a uno a tempo indeterminato, o da meno di 30 ore settimanali a 30 o più. Un aumento di paga da solo non conta; promozioni e competenze non risultano dai dati.',
    en: 'Participants employed at the start who six months after the exit have gone from a fixed-term to a permanent contract, or from under 30 hours a week to 30 or more. A pay rise alone does not count; promotions and competences are not in the data.',
  },
  formula:
    'count of exits with entryStatus employed and (fixed-term → permanent or under-employment → full employment) on endedOn + 6 months',
  having: [{ column: 'improved_half_year', is: true }],
  counted: [{ entry_status: 'employed', improved_half_year: true }],
  others: [
    { entry_status: 'employed', improved_half_year: false },
    { entry_status: 'inactive', improved_half_year: true },
  ],
  mature: { by: 'half_year_on' },
  where: [{ column: 'entry_status', in: ['employed'] }],
});
