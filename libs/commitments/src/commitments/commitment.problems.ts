import { defineProblem } from '#platform';

export const notThePromisor = defineProblem({
  slug: 'not-the-promisor',
  status: 403,
  title: 'Only the member that promises may do this, with its own key',
});
export const notACounterpart = defineProblem({
  slug: 'not-a-counterpart',
  status: 403,
  title: 'Only those who benefit may do this: each with its own key, the coordinator where the pact benefits',
});
export const notAParty = defineProblem({
  slug: 'not-a-party',
  status: 403,
  title: 'The caller is no party to this commitment',
});
export const computedState = defineProblem({
  slug: 'computed-state',
  status: 409,
  title: 'This state follows from confirmed deliveries and the calendar; nobody sets it',
});
export const tooEarly = defineProblem({
  slug: 'too-early',
  status: 409,
  title: 'The commitment has not reached its first day',
});
export const memberNotSigned = defineProblem({
  slug: 'member-not-signed',
  status: 409,
  title: 'Only members that have signed and not withdrawn may promise or benefit',
});
export const termsFixed = defineProblem({
  slug: 'terms-fixed',
  status: 409,
  title: 'Terms change while a commitment is a draft or being renegotiated',
});
export const resourceFixed = defineProblem({
  slug: 'resource-fixed',
  status: 409,
  title: 'What was delivered already is counted in this resource; kind and unit cannot change any more',
});
export const beneficiariesFixed = defineProblem({
  slug: 'beneficiaries-fixed',
  status: 409,
  title: 'Whoever had to agree to the old terms has to agree to the new ones',
});
