import { defineKind } from './define-kind.js';
import { day, text } from './field.js';
import { notInTheFuture } from './rules.js';
import { scores } from './scores.js';

/** A reading on a scale of a person's situation. Numbers only: the scale's texts are not ours. */
export const assessment = defineKind({
  kind: 'assessment',
  title: 'Assessment of a participant on a scale',
  table: 'assessment',
  plural: 'assessments',
  fields: {
    scale: text({ required: true, max: 64, description: 'Code of the scale.' }),
    scaleVersion: text({
      required: true,
      max: 32,
      description: 'Readings of two versions are not compared.',
    }),
    onDate: day({ required: true }),
    scores: scores({
      required: true,
      description: 'The score in each domain; null where the domain does not apply.',
    }),
  },
  rules: [notInTheFuture('onDate')],
});
