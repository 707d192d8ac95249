import { defineKind } from './define-kind.js';
import { day, number } from './field.js';
import { notInTheFuture } from './rules.js';

/** A qualification that a person has gained. */
export const qualification = defineKind({
  kind: 'qualification',
  title: 'Qualification gained by a participant',
  table: 'qualification',
  plural: 'qualifications',
  fields: {
    awardedOn: day({ required: true }),
    level: number({ type: 'smallint', min: 1, max: 8, digits: 0, description: 'EQF level.' }),
  },
  rules: [notInTheFuture('awardedOn')],
});
