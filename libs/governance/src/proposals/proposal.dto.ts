import { Day, Flag, Instant, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { VERSION } from '../bodies/body.dto.js';
import { MAJORITIES, QUORUMS, type Majority, type Quorum } from '../mandates/mandate.rules.js';
import { RESULTS, type Result } from './outcome.rules.js';
import {
  CHOICES,
  PROPOSAL_KINDS,
  PROPOSAL_STATES,
  type Choice,
  type ProposalKind,
  type ProposalState,
} from './proposal.rules.js';

const TITLE = { max: 200, example: 'Aprire uno sportello in ogni comune' };
const TEXT = { max: 20_000, multiline: true, description: 'What is to be decided, word for word.' };
const MEETING = {
  optional: true,
  description: 'The meeting that votes on it; without one, members vote until the vote is closed.',
};
const SUBMITTED = {
  optional: true,
  description: 'When it was put forward; today unless told. The secretariat alone tells an earlier day.',
};
const COUNT = { min: 0, max: 100_000 };
const NEEDED = { min: 1, max: 100_000 };

export class ProposalRequest {
  @Uuid()
  bodyId: string;

  @Uuid(MEETING)
  meetingId?: string;

  @OneOf(PROPOSAL_KINDS)
  kind: ProposalKind;

  @Text(TITLE)
  title: string;

  @Text(TEXT)
  text: string;

  @Day(SUBMITTED)
  submittedOn?: string;

  @Uuid({ optional: true, description: 'Who proposes; of a member, itself.' })
  proposerActorId?: string;
}

export class ProposalPatch {
  @Uuid({ ...MEETING, nullable: true })
  meetingId?: string | null;

  @OneOf(PROPOSAL_KINDS, { optional: true })
  kind?: ProposalKind;

  @Text({ ...TITLE, optional: true })
  title?: string;

  @Text({ ...TEXT, optional: true })
  text?: string;
}

class QuorumAnswer {
  @OneOf(QUORUMS)
  rule: Quorum;

  @Whole({ ...COUNT, description: 'Members of the body that vote on the day.' })
  votingMembers: number;

  @Whole({ ...COUNT, description: 'Of them: have voted, are present, or are represented by who is.' })
  takingPart: number;

  @Whole(NEEDED)
  needed: number;

  @Flag()
  met: boolean;
}

class MajorityAnswer {
  @OneOf(MAJORITIES)
  rule: Majority;

  @Whole(COUNT)
  for: number;

  @Whole(COUNT)
  against: number;

  @Whole(COUNT)
  abstentions: number;

  @Whole({ ...NEEDED, description: 'Votes for it that the rule asks of these numbers.' })
  needed: number;

  @Flag({ description: 'There was a tie, and the chair had voted for it.' })
  chairDecided: boolean;

  @Flag()
  met: boolean;
}

/** What the vote came to, and why. */
export class OutcomeAnswer {
  @OneOf(RESULTS)
  result: Result;

  @Uuid({ description: 'By whose rules.' })
  mandateId: string;

  @Nested(() => QuorumAnswer)
  quorum: QuorumAnswer;

  @Nested(() => MajorityAnswer)
  majority: MajorityAnswer;
}

export class ProposalAnswer extends ProposalRequest {
  @Uuid()
  id: string;

  @Day()
  declare submittedOn: string;

  @OneOf(PROPOSAL_STATES)
  state: ProposalState;

  @Instant({ optional: true })
  openedAt?: string;

  @Instant({ optional: true })
  closedAt?: string;

  @Nested(() => OutcomeAnswer, { optional: true, description: 'Of a vote that is closed.' })
  outcome?: OutcomeAnswer;

  @Uuid({ optional: true, description: 'Of a proposal that was adopted.' })
  decisionId?: string;

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class ProposalTransitionRequest {
  @OneOf(PROPOSAL_STATES)
  to: ProposalState;
}

export class ProposalListQuery extends PageQuery {
  @Uuid({ optional: true })
  bodyId?: string;

  @Uuid({ optional: true })
  meetingId?: string;

  @OneOf(PROPOSAL_STATES, { optional: true })
  state?: ProposalState;

  @OneOf(RESULTS, { optional: true })
  result?: Result;

  @OneOf(PROPOSAL_KINDS, { optional: true })
  kind?: ProposalKind;
}

export class VoteRequest {
  @Uuid()
  proposalId: string;

  @Uuid({ description: 'Whose vote it is.' })
  actorId: string;

  @OneOf(CHOICES)
  choice: Choice;
}

export class VoteAnswer extends VoteRequest {
  @Uuid()
  id: string;

  @Uuid({ description: 'Who has cast it: the actor, or the delegate that represents it in the meeting.' })
  castByActorId: string;

  @Instant()
  castAt: string;
}

export class VoteListQuery extends PageQuery {
  @Uuid({ optional: true })
  proposalId?: string;

  @Uuid({ optional: true })
  actorId?: string;
}
