import { defineKind } from './define-kind.js';
import { actorId, day, number, text } from './field.js';
import { notInTheFuture } from './rules.js';

/** A service that a person was given. */
export const service = defineKind({
  kind: 'service',
  title: { en: 'Service delivered to a participant', it: 'Servizio erogato a un partecipante' },
  table: 'service_delivered',
  plural: 'services',
  fields: {
    service: text({
      required: true,
      max: 100,
      label: { en: 'Service: code or name', it: 'Servizio: codice o nome' },
      description: 'Code or name, as the source uses it.',
    }),
    onDate: day({ required: true, label: { en: 'Day', it: 'Data' } }),
    hours: number({
      required: true,
      label: { en: 'Hours', it: 'Ore' },
      type: 'numeric',
      min: 0,
      max: 10_000,
      digits: 2,
    }),
    actorId: actorId({
      label: { en: 'Actor that gave it', it: 'Attore che lo ha erogato' },
      description: 'The actor that gave it.',
    }),
  },
  rules: [notInTheFuture('onDate')],
  example: { service: 'orientation', onDate: '2025-03-02', hours: 1.5 },
});
