import { defineKind } from './define-kind.js';
import { flag, number, oneOf, setOf } from './field.js';

/** What is known of a person for breakdowns, and nothing else; each of it may be left out. */
export const participant = defineKind({
  kind: 'participant',
  title: { en: 'Attributes of a participant', it: 'Caratteristiche di un partecipante' },
  table: 'participant_record',
  plural: 'participant_records',
  fields: {
    sex: oneOf(['F', 'M', 'X'], { label: { en: 'Sex', it: 'Sesso' } }),
    birthYear: number({
      label: { en: 'Year of birth', it: 'Anno di nascita' },
      type: 'smallint',
      min: 1900,
      max: 2100,
      digits: 0,
    }),
    education: number({
      label: { en: 'Highest education, ISCED 0 to 8', it: 'Titolo di studio, ISCED da 0 a 8' },
      type: 'smallint',
      min: 0,
      max: 8,
      digits: 0,
      description: 'ISCED 2011 level.',
    }),
    citizenship: oneOf(['it', 'eu', 'third_country'], { label: { en: 'Citizenship', it: 'Cittadinanza' } }),
    foreignBackground: flag({ label: { en: 'Foreign background', it: 'Origine straniera' } }),
    minority: flag({ label: { en: 'Belongs to a minority', it: 'Appartiene a una minoranza' } }),
    disability: flag({ label: { en: 'Disability', it: 'Disabilità' } }),
    housingExclusion: flag({
      label: { en: 'Homeless or excluded from housing', it: 'Senza dimora o in esclusione abitativa' },
    }),
    rural: flag({ label: { en: 'Lives in a rural area', it: 'Risiede in area rurale' } }),
    targetGroups: setOf(
      ['neet', 'long_term_unemployed', 'migrant', 'disability', 'leaving_care', 'exploited_worker', 'other'],
      { label: { en: 'Target groups', it: 'Gruppi destinatari' } },
    ),
  },
  rules: [
    {
      pointer: '/birthYear',
      code: 'in-the-future',
      detail: 'This year has not begun.',
      isBroken: ({ birthYear }, today) =>
        typeof birthYear === 'number' && birthYear > Number(today.slice(0, 4)),
    },
  ],
  example: { sex: 'F', birthYear: 1990, education: 3, disability: false, targetGroups: ['neet', 'migrant'] },
});
