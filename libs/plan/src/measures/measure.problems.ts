import { pointsToDecision } from '#pacts';
import { defineProblem, invalidRequest, mapConstraint } from '#platform';

const measureCodeTaken = defineProblem({
  slug: 'measure-code-taken',
  status: 409,
  title: 'The pact has a measure with this code already',
  titleIt: 'Il patto ha già una misura con questo codice',
});
export const measureOver = defineProblem({
  slug: 'measure-over',
  status: 409,
  title: 'The measure is completed or closed; nothing of it changes any more',
  titleIt: 'La misura è completata o chiusa; non se ne cambia più nulla',
});
export const measureNotRunning = defineProblem({
  slug: 'measure-not-running',
  status: 409,
  title: 'Progress is told while a measure is running or suspended',
  titleIt: "L'avanzamento si registra mentre la misura è in corso o sospesa",
});
export const notTheResponsible = defineProblem({
  slug: 'not-the-responsible',
  status: 403,
  title: 'Only the actor whose unit is responsible for the measure, or the coordinator, records this',
  titleIt: "Lo registra solo l'attore la cui unità è responsabile della misura, o il coordinatore",
});
export const unknownGridCell = defineProblem({
  slug: 'unknown-grid-cell',
  status: 422,
  title: 'The grid has no such cell',
  titleIt: 'La griglia non ha questa casella',
  advice: 'GET …/grids/{gridId}/cells lists the cells of a grid with their addresses.',
  adviceIt: 'GET …/grids/{gridId}/cells elenca le caselle di una griglia con i loro indirizzi.',
});

mapConstraint('measure_code_uq', () => measureCodeTaken());
mapConstraint('measure_period_ck', () =>
  invalidRequest([{ pointer: '/endsOn', code: 'before-start', detail: 'It ends before it starts.' }]),
);
pointsToDecision('measure_transition_decision_fk');
pointsToDecision('expenditure_decision_fk');
