import { defineProblem, mapConstraint } from '#platform';

const alreadyMember = defineProblem({
  slug: 'already-member',
  status: 409,
  title: 'This actor is a member of the pact already',
});
export const roleFixed = defineProblem({
  slug: 'role-fixed',
  status: 409,
  title: 'A member that has signed stays promoter or signatory until it withdraws',
});
export const roleDoesNotSign = defineProblem({
  slug: 'role-does-not-sign',
  status: 409,
  title: 'Supporters and observers do not sign',
});
export const memberHasLeft = defineProblem({
  slug: 'member-has-left',
  status: 409,
  title: 'The member has announced its withdrawal or left',
});
export const notOpenForSignature = defineProblem({
  slug: 'not-open-for-signature',
  status: 409,
  title: 'The pact does not take signatures in the state it is in',
});
export const alreadySigned = defineProblem({
  slug: 'already-signed',
  status: 409,
  title: 'The member has signed this version already; a signature does not change',
});
export const notOwnMember = defineProblem({
  slug: 'not-own-member',
  status: 403,
  title: 'A member key acts for its own actor only',
});

mapConstraint('membership_actor_uq', () => alreadyMember());
