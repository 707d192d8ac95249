import { defineProblem, invalidRequest, mapConstraint } from '#platform';

export const bodyCycle = defineProblem({
  slug: 'body-cycle',
  status: 409,
  title: 'A body cannot stand below itself',
  titleIt: 'Un organismo non può stare sotto sé stesso',
});
export const bodyClosed = defineProblem({
  slug: 'body-closed',
  status: 409,
  title: 'The body was not at work on that day',
  titleIt: 'In quel giorno l’organismo non era in attività',
});
export const alreadyInBody = defineProblem({
  slug: 'already-in-body',
  status: 409,
  title: 'The actor is in the body already during part of that time',
  titleIt: 'L’attore fa già parte dell’organismo in parte di quel periodo',
});

const beforeStart = (pointer: string) => () =>
  invalidRequest([{ pointer, code: 'before-start', detail: 'It ends before it starts.' }]);

mapConstraint('body_parent_ck', () => bodyCycle());
mapConstraint('body_period_ck', beforeStart('/closedOn'));
mapConstraint('body_link_other_ck', () =>
  invalidRequest([{ pointer: '/links', code: 'own-link', detail: 'A body is not linked with itself.' }]),
);
mapConstraint('body_link_pk', () =>
  invalidRequest([
    { pointer: '/links', code: 'duplicate-item', detail: 'Each other body stands in the list once.' },
  ]),
);
mapConstraint('body_member_period_ck', beforeStart('/endsOn'));
