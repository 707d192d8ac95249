import { defineProblem, invalidRequest, mapConstraint } from '#platform';

export const transitionNotAllowed = defineProblem({
  slug: 'transition-not-allowed',
  status: 409,
  title: 'It cannot move there from the state it is in',
  titleIt: 'Dallo stato in cui è non può passare a quello',
});
export const nothingPublished = defineProblem({
  slug: 'nothing-published',
  status: 409,
  title: 'The pact has no published version to sign',
  titleIt: 'Il patto non ha una versione pubblicata da firmare',
});
export const notRatified = defineProblem({
  slug: 'not-ratified',
  status: 409,
  title: 'No version of the pact is in force yet',
  titleIt: 'Nessuna versione del patto è ancora in vigore',
});
export const ratificationFixed = defineProblem({
  slug: 'ratification-rule-fixed',
  status: 409,
  title: 'The ratification rule is fixed once signing has begun',
  titleIt: 'La regola di ratifica è fissata una volta iniziate le firme',
});
export const pactOver = defineProblem({
  slug: 'pact-over',
  status: 409,
  title: 'The pact was closed or renewed; nothing is added to it any more',
  titleIt: 'Il patto è stato chiuso o rinnovato; non vi si aggiunge più nulla',
});

mapConstraint('pact_period_ck', () =>
  invalidRequest([{ pointer: '/endsOn', code: 'before-start', detail: 'It ends before it starts.' }]),
);
