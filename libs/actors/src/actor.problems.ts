import { defineProblem, mapConstraint } from '#platform';

const taxCodeTaken = defineProblem({
  slug: 'tax-code-taken',
  status: 409,
  title: 'Another actor has this tax code',
});

export const actorIsShared = defineProblem({
  slug: 'actor-is-shared',
  status: 403,
  title: 'The actor takes part in other pacts too; an administrator changes it',
});

mapConstraint('actor_tax_code_uq', () => taxCodeTaken());
