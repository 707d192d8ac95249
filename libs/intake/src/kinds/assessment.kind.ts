import { defineKind } from './define-kind.js';
import { day, text } from './field.js';
import { notInTheFuture } from './rules.js';
import { scores } from './scores.js';

/** A reading on a scale of a person's situation. Numbers only: the scale's texts are not ours. */
export const assessment = defineKind({
  kind: 'assessment',
  title: { en: 'Assessment of a participant on a scale', it: 'Valutazione di un partecipante su una scala' },
  table: 'assessment',
  plural: 'assessments',
  fields: {
    scale: text({
      required: true,
      max: 64,
      label: { en: 'Code of the scale', it: 'Codice della scala' },
      description: 'Code of the scale.',
    }),
    scaleVersion: text({
      required: true,
      max: 32,
      label: { en: 'Version of the scale', it: 'Versione della scala' },
      description: 'Readings of two versions are not compared.',
    }),
    onDate: day({ required: true, label: { en: 'Day', it: 'Data' } }),
    scores: scores({
      required: true,
      label: { en: 'Score in each domain', it: 'Punteggio per ogni dominio' },
      description: 'The score in each domain; null where the domain does not apply.',
    }),
  },
  rules: [notInTheFuture('onDate')],
  example: { scale: 'matrix', scaleVersion: '2', onDate: '2025-03-01', scores: { housing: 3, income: 2.5 } },
});
