import { defineProblem, mapConstraint } from '#platform';

const taxCodeTaken = defineProblem({
  slug: 'tax-code-taken',
  status: 409,
  title: 'Another actor has this tax code',
  titleIt: 'Un altro attore ha questo codice fiscale',
});

export const actorIsShared = defineProblem({
  slug: 'actor-is-shared',
  status: 403,
  title: 'The actor takes part in other pacts too; an administrator changes it',
  titleIt: "L'attore partecipa anche ad altri patti; lo modifica un amministratore",
});

export const actorOfOtherPacts = defineProblem({
  slug: 'actor-of-other-pacts',
  status: 403,
  title:
    'The actor takes part in other pacts only; their coordinators name its departments, or an administrator',
  titleIt:
    "L'attore partecipa solo ad altri patti; ne indicano gli uffici i loro coordinatori o un amministratore",
});

mapConstraint('actor_tax_code_uq', () => taxCodeTaken());
