import type { QualityRule, RuledKind } from './quality-rule.js';

/** Kinds that only tell of what has happened are refused when they are pushed; these may be known in advance. */
const inTheFuture = (kind: RuledKind, what: { en: string; it: string }): QualityRule => ({
  code: `${kind}-in-the-future`,
  title: { en: `${what.en} starts on a day that has not come`, it: `${what.it} inizia in un giorno futuro` },
  advice: {
    en: 'When it is agreed already, acknowledge it: it goes by itself on its day. Otherwise correct the day.',
    it: 'Se è già concordato, prenderne atto: scompare da solo a quella data. Altrimenti correggere la data.',
  },
  kind,
  when: 'r.started_on > today',
  evidence: ['r.started_on'],
});

export const pathwayInTheFuture = inTheFuture('pathway', { en: 'A pathway', it: 'Un percorso' });
export const employmentInTheFuture = inTheFuture('employment', { en: 'A job', it: 'Un lavoro' });
