import type { QualityRule } from './quality-rule.js';

export const birthYearsDiffer: QualityRule = {
  code: 'birth-years-differ',
  title: {
    en: 'Two records give one person different years of birth',
    it: 'Due registrazioni danno alla stessa persona anni di nascita diversi',
  },
  advice: {
    en: 'Find out which one is right, and whether both are about the same person; correct the other.',
    it: 'Capire quale è giusto e se si tratta della stessa persona; correggere l’altra registrazione.',
  },
  kind: 'participant',
  against: 'participant',
  when: 'r.birth_year <> o.birth_year and r.id < o.id',
  evidence: ['r.birth_year', 'o.birth_year'],
};
