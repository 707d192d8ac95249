import { defineKind } from './define-kind.js';
import { flag, number, oneOf, setOf } from './field.js';

/** What is known of a person for breakdowns, and nothing else; each of it may be left out. */
export const participant = defineKind({
  kind: 'participant',
  title: 'Attributes of a participant',
  table: 'participant_record',
  plural: 'participant_records',
  fields: {
    sex: oneOf(['F', 'M', 'X']),
    birthYear: number({ type: 'smallint', min: 1900, max: 2100, digits: 0 }),
    education: number({ type: 'smallint', min: 0, max: 8, digits: 0, description: 'ISCED 2011 level.' }),
    citizenship: oneOf(['it', 'eu', 'third_country']),
    foreignBackground: flag(),
    minority: flag(),
    disability: flag(),
    housingExclusion: flag(),
    rural: flag(),
    targetGroups: setOf([
      'neet',
      'long_term_unemployed',
      'migrant',
      'disability',
      'leaving_care',
      'exploited_worker',
      'other',
    ]),
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
});
