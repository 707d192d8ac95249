import { defineProblem, mapConstraint } from '#platform';

const gridCodeTaken = defineProblem({
  slug: 'grid-code-taken',
  status: 409,
  title: 'The pact has a grid with this code already',
  titleIt: 'Il patto ha già una griglia con questo codice',
});

mapConstraint('grid_code_uq', () => gridCodeTaken());
