import { defineKind } from './define-kind.js';
import { actorId, day, number, text } from './field.js';
import { notInTheFuture } from './rules.js';

/** A service that a person was given. */
export const service = defineKind({
  kind: 'service',
  title: 'Service delivered to a participant',
  table: 'service_delivered',
  plural: 'services',
  fields: {
    service: text({ required: true, max: 100, description: 'Code or name, as the source uses it.' }),
    onDate: day({ required: true }),
    hours: number({ required: true, type: 'numeric', min: 0, max: 10_000, digits: 2 }),
    actorId: actorId({ description: 'The actor that gave it.' }),
  },
  rules: [notInTheFuture('onDate')],
});
