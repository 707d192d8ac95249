import type { QualityRule, RuledKind } from './quality-rule.js';

const ADVICE = {
  en: 'Check the year of birth and the day at the sources, then push what is wrong again.',
  it: 'Verificare alle fonti l’anno di nascita e la data, poi inviare di nuovo ciò che è sbagliato.',
};

const beforeBirth = (kind: RuledKind, column: string, what: { en: string; it: string }): QualityRule => ({
  code: `${kind.replace('_', '-')}-before-birth`,
  title: { en: `${what.en} before the year of birth`, it: `${what.it} prima dell’anno di nascita` },
  advice: ADVICE,
  kind,
  against: 'participant',
  when: `extract(year from r.${column}) < o.birth_year`,
  evidence: [`r.${column}`, 'o.birth_year'],
});

export const pathwayBeforeBirth = beforeBirth('pathway', 'started_on', {
  en: 'A pathway starts',
  it: 'Un percorso inizia',
});
export const employmentBeforeBirth = beforeBirth('employment', 'started_on', {
  en: 'A job starts',
  it: 'Un lavoro inizia',
});
export const labourStatusBeforeBirth = beforeBirth('labour_status', 'on_date', {
  en: 'A labour status lies',
  it: 'Una condizione lavorativa si colloca',
});
export const qualificationBeforeBirth = beforeBirth('qualification', 'awarded_on', {
  en: 'A qualification is gained',
  it: 'Una qualifica è conseguita',
});
export const assessmentBeforeBirth = beforeBirth('assessment', 'on_date', {
  en: 'An assessment is made',
  it: 'Una valutazione è fatta',
});
export const serviceBeforeBirth = beforeBirth('service', 'on_date', {
  en: 'A service is given',
  it: 'Un servizio è erogato',
});
