import { defineKind } from './define-kind.js';
import { day, oneOf } from './field.js';
import { notInTheFuture } from './rules.js';

/** Where a person stood in the labour market on a day. */
export const labourStatus = defineKind({
  kind: 'labour_status',
  title: 'Labour status of a participant on a day',
  table: 'labour_status',
  plural: 'labour_statuses',
  fields: {
    onDate: day({ required: true }),
    status: oneOf(['employed', 'self_employed', 'searching', 'in_education', 'inactive'], { required: true }),
  },
  rules: [notInTheFuture('onDate')],
});
