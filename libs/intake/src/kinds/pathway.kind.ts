import { defineKind } from './define-kind.js';
import { actorId, day, oneOf, text } from './field.js';
import { needs, notBefore } from './rules.js';

/** A person's way through the services of a pact. */
export const pathway = defineKind({
  kind: 'pathway',
  title: 'Pathway of a participant',
  table: 'pathway',
  plural: 'pathways',
  fields: {
    startedOn: day({ required: true }),
    endedOn: day({ description: 'Last day. Absent while the pathway is open.' }),
    exitReason: oneOf(['completed', 'employed', 'dropped_out', 'transferred', 'other']),
    measureCode: text({ max: 100 }),
    leadActorId: actorId({ description: 'The actor that accompanies the participant.' }),
    accessPoint: text({ max: 200 }),
    entryStatus: oneOf(['unemployed', 'long_term_unemployed', 'inactive', 'employed']),
    phase: oneOf([
      'outreach',
      'intake',
      'orientation',
      'training',
      'protection',
      'placement',
      'follow_up',
      'closed',
    ]),
  },
  rules: [notBefore('endedOn', 'startedOn'), needs('exitReason', 'endedOn')],
});
