import { defineProblem, mapConstraint } from '#platform';

const taxCodeTaken = defineProblem({
  slug: 'tax-code-taken',
  status: 409,
  title: 'Another actor has this tax code',
});

mapConstraint('actor_tax_code_uq', () => taxCodeTaken());
