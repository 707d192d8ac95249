import { defineProblem } from '#platform';

export const actionsOpen = defineProblem({
  slug: 'actions-open',
  status: 409,
  title: 'Some actions of the decision have not come to their end',
  titleIt: 'Alcune azioni della decisione non sono ancora concluse',
});
export const decisionEnded = defineProblem({
  slug: 'decision-ended',
  status: 409,
  title: 'The decision has come to its end; nothing is added to it any more',
  titleIt: 'La decisione è conclusa; non vi si aggiunge più nulla',
});
export const notResponsible = defineProblem({
  slug: 'not-responsible',
  status: 403,
  title:
    'A member tells how the actions stand for which it is responsible; what they are is up to the secretariat',
  titleIt: 'Il membro riferisce sulle azioni di cui è responsabile; quali siano lo stabilisce la segreteria',
});
