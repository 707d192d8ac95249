import { pointsToDecision } from '#pacts';
import { defineProblem, invalidRequest, mapConstraint } from '#platform';

export const consultationFixed = defineProblem({
  slug: 'consultation-fixed',
  status: 409,
  title: 'What a consultation asks does not change once it is open, and nothing of one that is over',
  titleIt: 'Ciò che una consultazione chiede non cambia una volta aperta, e nulla di una conclusa',
});
export const consultationTooEarly = defineProblem({
  slug: 'consultation-too-early',
  status: 409,
  title: 'The day for this has not come',
  titleIt: 'Non è ancora arrivato il giorno',
});
export const synthesisMissing = defineProblem({
  slug: 'synthesis-missing',
  status: 409,
  title: 'The consultation has no synthesis yet',
  titleIt: 'La consultazione non ha ancora una sintesi',
});
export const consultationNotOpen = defineProblem({
  slug: 'consultation-not-open',
  status: 409,
  title: 'The consultation does not take contributions in the state it is in',
  titleIt: 'Nello stato in cui è, la consultazione non raccoglie contributi',
});

mapConstraint('consultation_period_ck', () =>
  invalidRequest([{ pointer: '/endsOn', code: 'before-start', detail: 'It ends before it starts.' }]),
);
mapConstraint('contribution_from_ck', () =>
  invalidRequest([
    { pointer: '/actorId', code: 'one-of', detail: 'A contribution is of an actor or of a named group.' },
  ]),
);
mapConstraint('contribution_reason_ck', () =>
  invalidRequest([
    {
      pointer: '/reason',
      code: 'reason-of-outcome',
      detail: 'An outcome has a reason, and only an outcome has.',
    },
  ]),
);
pointsToDecision('contribution_decision_fk');
