import { defineProblem, mapConstraint } from '#platform';

const unitNameTaken = defineProblem({
  slug: 'unit-name-taken',
  status: 409,
  title: 'The actor has a unit of this name already',
  titleIt: "L'attore ha già un'unità con questo nome",
});

mapConstraint('actor_unit_name_uq', () => unitNameTaken());
