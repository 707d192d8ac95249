import { defineKind } from './define-kind.js';
import { day, oneOf } from './field.js';
import { notInTheFuture } from './rules.js';

/** Where a person stood in the labour market on a day. */
export const labourStatus = defineKind({
  kind: 'labour_status',
  title: {
    en: 'Labour status of a participant on a day',
    it: 'Condizione lavorativa di un partecipante in un giorno',
  },
  table: 'labour_status',
  plural: 'labour_statuses',
  fields: {
    onDate: day({ required: true, label: { en: 'Day', it: 'Data' } }),
    status: oneOf(['employed', 'self_employed', 'searching', 'in_education', 'inactive'], {
      required: true,
      label: { en: 'Labour status', it: 'Condizione lavorativa' },
    }),
  },
  rules: [notInTheFuture('onDate')],
  example: { onDate: '2025-03-01', status: 'searching' },
});
