import { Day, Instant, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { MEMBER_ROLES, MEMBER_STATES, type MemberRole, type MemberState } from './member.rules.js';

const VERSION_NUMBER = { min: 1, max: 999_999 };
const JOINED_ON = { description: 'Today, unless told.' };
const SIGNATORY_NAME = { max: 200, description: 'Who signed for the actor.', example: 'La presidente' };
const HASH = { max: 64, pattern: /^[0-9a-f]{64}$/, description: 'The hash of the text that was signed.' };

export class MemberRequest {
  @Uuid()
  actorId: string;

  @OneOf(MEMBER_ROLES)
  role: MemberRole;

  @Day({ ...JOINED_ON, optional: true })
  joinedOn?: string;
}

export class MemberPatch {
  @OneOf(MEMBER_ROLES, { optional: true })
  role?: MemberRole;
}

export class MemberAnswer {
  @Uuid()
  id: string;

  @Uuid()
  actorId: string;

  @OneOf(MEMBER_ROLES)
  role: MemberRole;

  @OneOf(MEMBER_STATES)
  state: MemberState;

  @Day()
  joinedOn: string;

  @Whole({ ...VERSION_NUMBER, optional: true, description: 'The latest version it has signed.' })
  signedVersionNumber?: number;

  @Day({ optional: true })
  signedOn?: string;

  @Day({ optional: true })
  withdrawalAnnouncedOn?: string;

  @Day({ optional: true, description: 'The end of the notice.' })
  withdrawalEffectiveOn?: string;

  @Day({ optional: true, description: 'The day it had left: notice over, and nothing open any more.' })
  withdrawnOn?: string;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class MemberListQuery extends PageQuery {
  @OneOf(MEMBER_ROLES, { optional: true })
  role?: MemberRole;

  @OneOf(MEMBER_STATES, { optional: true })
  state?: MemberState;

  @Uuid({ optional: true })
  actorId?: string;
}

export class SignatureRequest {
  @Whole(VERSION_NUMBER)
  versionNumber: number;

  @Text(SIGNATORY_NAME)
  signatoryName: string;

  @Day({ description: 'Not in the future; before the publication here where the text was signed on paper.' })
  signedOn: string;
}

export class SignatureAnswer extends SignatureRequest {
  @Uuid()
  memberId: string;

  @Text(HASH)
  versionHash: string;

  @Instant()
  recordedAt: string;
}
