import type { MeetingState } from '../meetings/meeting.rules.js';

export const PROPOSAL_KINDS = [
  'general',
  'pact_amendment',
  'target',
  'measure',
  'commitment_release',
  'mandate',
  'funding',
] as const;
export type ProposalKind = (typeof PROPOSAL_KINDS)[number];

export const PROPOSAL_STATES = ['draft', 'open', 'closed', 'withdrawn'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const CHOICES = ['for', 'against', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

const NEXT: Readonly<Record<ProposalState, readonly ProposalState[]>> = {
  draft: ['open', 'withdrawn'],
  open: ['closed', 'withdrawn'],
  closed: [],
  withdrawn: [],
};

export const nextProposalStates = (state: ProposalState): readonly ProposalState[] => NEXT[state];

/** A vote in a meeting can be opened once the meeting is convened, and is closed while it goes on. */
export const meetingAllows = (meeting: MeetingState, to: ProposalState): boolean =>
  to === 'open' ? ['convened', 'held'].includes(meeting) : to !== 'closed' || meeting === 'held';
