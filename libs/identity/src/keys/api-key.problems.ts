import { defineProblem } from '#platform';

export const keyHasEnded = defineProblem({
  slug: 'key-has-ended',
  status: 409,
  title: 'The key was revoked or has expired; it takes no new secret',
  titleIt: 'La chiave è stata revocata o è scaduta; non riceve un nuovo segreto',
});
export const rotationUnderWay = defineProblem({
  slug: 'rotation-under-way',
  status: 409,
  title: 'Two secrets of this key work already; the older one has to end first',
  titleIt: 'Due segreti di questa chiave sono già validi; prima deve finire il più vecchio',
});

/** What to do when the newer of the two was lost or leaked. */
export const HOW_TO_END = 'Wait for `olderSecretUntil`, or end both now with `overlapSeconds` 0.';
