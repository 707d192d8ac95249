import { defineKind } from './define-kind.js';
import { day, number } from './field.js';
import { notInTheFuture } from './rules.js';

/** A qualification that a person has gained. */
export const qualification = defineKind({
  kind: 'qualification',
  title: { en: 'Qualification gained by a participant', it: 'Qualifica conseguita da un partecipante' },
  table: 'qualification',
  plural: 'qualifications',
  fields: {
    awardedOn: day({ required: true, label: { en: 'Day of award', it: 'Data di conseguimento' } }),
    level: number({
      label: { en: 'EQF level, 1 to 8', it: 'Livello EQF, da 1 a 8' },
      type: 'smallint',
      min: 1,
      max: 8,
      digits: 0,
      description: 'EQF level.',
    }),
  },
  rules: [notInTheFuture('awardedOn')],
  example: { awardedOn: '2025-04-01', level: 4 },
});
