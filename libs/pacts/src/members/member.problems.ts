import { defineProblem, mapConstraint } from '#platform';

const alreadyMember = defineProblem({
  slug: 'already-member',
  status: 409,
  title: 'This actor is a member of the pact already',
  titleIt: 'Questo attore è già membro del patto',
});
export const roleFixed = defineProblem({
  slug: 'role-fixed',
  status: 409,
  title: 'A member that has signed stays promoter or signatory until it withdraws',
  titleIt: 'Il membro che ha firmato resta promotore o firmatario fino al recesso',
});
export const roleDoesNotSign = defineProblem({
  slug: 'role-does-not-sign',
  status: 409,
  title: 'Supporters and observers do not sign',
  titleIt: 'Sostenitori e osservatori non firmano',
});
export const memberHasLeft = defineProblem({
  slug: 'member-has-left',
  status: 409,
  title: 'The member has announced its withdrawal or left',
  titleIt: 'Il membro ha annunciato il recesso o è uscito',
});
export const notOpenForSignature = defineProblem({
  slug: 'not-open-for-signature',
  status: 409,
  title: 'The pact does not take signatures in the state it is in',
  titleIt: 'Nello stato in cui è, il patto non raccoglie firme',
});
export const alreadySigned = defineProblem({
  slug: 'already-signed',
  status: 409,
  title: 'The member has signed this version already; a signature does not change',
  titleIt: 'Il membro ha già firmato questa versione; una firma non cambia',
});
export const notOwnMember = defineProblem({
  slug: 'not-own-member',
  status: 403,
  title: 'A member key acts for its own actor only',
  titleIt: 'La chiave di un membro agisce solo per il proprio attore',
});

mapConstraint('membership_actor_uq', () => alreadyMember());
