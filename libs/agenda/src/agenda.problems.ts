import { defineProblem, invalidRequest, mapConstraint } from '#platform';

const codeTaken = defineProblem({
  slug: 'code-taken',
  status: 409,
  title: 'Something else of this kind has this code in the pact',
  titleIt: "Qualcos'altro dello stesso tipo ha questo codice nel patto",
});
const stillReferredTo = defineProblem({
  slug: 'still-referred-to',
  status: 409,
  title: 'It stays while something else refers to it',
  titleIt: "Resta finché qualcos'altro vi fa riferimento",
  advice: 'Change or remove first what refers to it.',
  adviceIt: 'Modificare o togliere prima ciò che vi fa riferimento.',
});
export const pactFull = defineProblem({
  slug: 'agenda-full',
  status: 409,
  title: 'The pact has as many of these as it may have',
  titleIt: 'Il patto ne ha già tanti quanti ne può avere',
});
export const treeCircle = defineProblem({
  slug: 'tree-circle',
  status: 409,
  title: 'The link would close a circle, and a tree has none',
  titleIt: 'Il legame chiuderebbe un cerchio, e un albero non ne ha',
});
const linkExists = defineProblem({
  slug: 'link-exists',
  status: 409,
  title: 'The two are linked this way already',
  titleIt: 'I due sono già legati in questo modo',
});
const problemHasObjective = defineProblem({
  slug: 'problem-has-objective',
  status: 409,
  title: 'Another objective answers this problem',
  titleIt: 'Un altro obiettivo risponde già a questo problema',
});
export const notTheReporter = defineProblem({
  slug: 'not-the-reporter',
  status: 403,
  title: 'A member key reports for its own actor, and changes what that actor has reported',
  titleIt: 'La chiave di un membro riporta per il proprio attore e modifica ciò che questo ha riportato',
});
const alreadyStakeholder = defineProblem({
  slug: 'already-stakeholder',
  status: 409,
  title: 'This actor is a stakeholder of the pact already',
  titleIt: 'Questo attore è già portatore di interesse del patto',
});

for (const table of ['problem', 'objective', 'strategy', 'pillar', 'expected_result'])
  mapConstraint(`${table}_code_uq`, () => codeTaken());

const REFERENCES = [
  'objective_problem_fk',
  'objective_strategy_fk',
  'expected_result_pillar_fk',
  'expected_result_objective_fk',
  'stakeholder_alignment_objective_fk',
  'commitment_objective_fk',
];
for (const constraint of REFERENCES) mapConstraint(constraint, () => stillReferredTo());

mapConstraint('problem_link_uq', () => linkExists());
mapConstraint('objective_link_uq', () => linkExists());
mapConstraint('objective_problem_uq', () => problemHasObjective());
mapConstraint('stakeholder_actor_uq', () => alreadyStakeholder());

const misfit = (pointer: string, code: string, detail: string) => () =>
  invalidRequest([{ pointer, code, detail }]);
const ONE_PLACE = 'A place is either municipalities or a point.';
mapConstraint('swot_entry_place_ck', misfit('/place', 'one-place', ONE_PLACE));
mapConstraint('territory_entry_place_ck', misfit('/place', 'one-place', ONE_PLACE));
mapConstraint(
  'territory_entry_aspect_ck',
  misfit(
    '/aspect',
    'aspect-of-kind',
    'productive_potential is a strength or a weakness, infrastructure existing or needed; other kinds have no aspect.',
  ),
);
