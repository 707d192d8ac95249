import { defineProblem } from '#platform';
import { pointsToDecision } from '../references.problems.js';

export const alreadyPublished = defineProblem({
  slug: 'version-published',
  status: 409,
  title: 'A published version does not change; an amendment is a new version',
  titleIt: 'Una versione pubblicata non cambia; una modifica è una nuova versione',
});
export const notPublished = defineProblem({
  slug: 'version-not-published',
  status: 409,
  title: 'Only a published version can be signed',
  titleIt: 'Si può firmare solo una versione pubblicata',
});
export const versionSuperseded = defineProblem({
  slug: 'version-superseded',
  status: 409,
  title: 'A later version of the pact is in force',
  titleIt: 'È in vigore una versione successiva del patto',
});

pointsToDecision('pact_version_decision_fk');
