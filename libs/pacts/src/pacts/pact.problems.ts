import { defineProblem, invalidRequest, mapConstraint } from '#platform';

export const transitionNotAllowed = defineProblem({
  slug: 'transition-not-allowed',
  status: 409,
  title: 'It cannot move there from the state it is in',
});
export const nothingPublished = defineProblem({
  slug: 'nothing-published',
  status: 409,
  title: 'The pact has no published version to sign',
});
export const notRatified = defineProblem({
  slug: 'not-ratified',
  status: 409,
  title: 'No version of the pact is in force yet',
});
export const ratificationFixed = defineProblem({
  slug: 'ratification-rule-fixed',
  status: 409,
  title: 'The ratification rule is fixed once signing has begun',
});
export const pactOver = defineProblem({
  slug: 'pact-over',
  status: 409,
  title: 'The pact was closed or renewed; nothing is added to it any more',
});

mapConstraint('pact_period_ck', () =>
  invalidRequest([{ pointer: '/endsOn', code: 'before-start', detail: 'It ends before it starts.' }]),
);
