import { invalidRequest, mapConstraint } from '#platform';

const unknownMember = (pointer: string) =>
  invalidRequest([{ pointer, code: 'unknown-member', detail: 'The pact has no member with this id.' }]);

mapConstraint('professional_member_fk', () => unknownMember('/memberId'));
mapConstraint('professional_endorsement_member_fk', () => unknownMember('/endorsements'));
mapConstraint('professional_period_ck', () =>
  invalidRequest([{ pointer: '/untilOn', code: 'before-start', detail: 'It ends before it starts.' }]),
);
