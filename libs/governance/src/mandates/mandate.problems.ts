import { pointsToDecision } from '#pacts';
import { defineProblem, invalidRequest, mapConstraint } from '#platform';

export const mandateOverlap = defineProblem({
  slug: 'mandate-overlap',
  status: 409,
  title: 'The body has another mandate during part of that time',
  titleIt: 'L’organismo ha già un altro mandato in parte di quel periodo',
});
export const noMandate = defineProblem({
  slug: 'no-mandate',
  status: 409,
  title: 'The body has no mandate on that day, so there is no rule by which it decides',
  titleIt: 'In quel giorno l’organismo non ha un mandato, e quindi nessuna regola per decidere',
});
export const voteUnderWay = defineProblem({
  slug: 'vote-under-way',
  status: 409,
  title: 'The body is voting; the rules do not change before the vote is closed',
  titleIt: 'L’organismo sta votando; le regole non cambiano prima che il voto sia chiuso',
});

mapConstraint('mandate_period_ck', () =>
  invalidRequest([{ pointer: '/endsOn', code: 'before-start', detail: 'It ends before it starts.' }]),
);
mapConstraint('mandate_reports_to_ck', () =>
  invalidRequest([
    { pointer: '/reportsToBodyId', code: 'own-report', detail: 'A body does not report to itself.' },
  ]),
);
pointsToDecision('mandate_version_decision_fk');
