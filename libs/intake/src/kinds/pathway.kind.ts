import { defineKind } from './define-kind.js';
import { actorId, day, oneOf, text } from './field.js';
import { needs, notBefore } from './rules.js';

/** A person's way through the services of a pact. */
export const pathway = defineKind({
  kind: 'pathway',
  title: { en: 'Pathway of a participant', it: 'Percorso di un partecipante' },
  table: 'pathway',
  plural: 'pathways',
  fields: {
    startedOn: day({ required: true, label: { en: 'First day', it: 'Data di inizio' } }),
    endedOn: day({
      label: { en: 'Last day, empty while it is open', it: 'Data di fine, vuota se è in corso' },
      description: 'Last day. Absent while the pathway is open.',
    }),
    exitReason: oneOf(['completed', 'employed', 'dropped_out', 'transferred', 'other'], {
      label: { en: 'How it ended', it: 'Motivo di uscita' },
    }),
    measureCode: text({ max: 100, label: { en: 'Code of the measure', it: 'Codice della misura' } }),
    leadActorId: actorId({
      label: { en: 'Actor that accompanies the participant', it: 'Attore che segue il partecipante' },
      description: 'The actor that accompanies the participant.',
    }),
    accessPoint: text({ max: 200, label: { en: 'Access point', it: 'Punto di accesso' } }),
    entryStatus: oneOf(['unemployed', 'long_term_unemployed', 'inactive', 'employed'], {
      label: { en: 'Labour status at entry', it: 'Condizione lavorativa in ingresso' },
    }),
    phase: oneOf(
      ['outreach', 'intake', 'orientation', 'training', 'protection', 'placement', 'follow_up', 'closed'],
      { label: { en: 'Phase', it: 'Fase' } },
    ),
  },
  rules: [notBefore('endedOn', 'startedOn'), needs('exitReason', 'endedOn')],
  example: {
    startedOn: '2025-02-01',
    accessPoint: 'pua-bergamo',
    entryStatus: 'unemployed',
    phase: 'training',
  },
});
