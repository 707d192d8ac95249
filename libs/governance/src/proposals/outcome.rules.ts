import type { Majority, Quorum, VotingRules } from '../mandates/mandate.rules.js';
import type { Choice } from './proposal.rules.js';

export const RESULTS = ['adopted', 'no-quorum', 'no-majority'] as const;
export type Result = (typeof RESULTS)[number];

/** What is there when a vote is closed. Only voting members of the day are in these numbers. */
export interface Count {
  readonly votingMembers: number;
  /** Have voted, are present, or are represented by somebody who is. */
  readonly takingPart: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly abstentions: number;
  readonly chair?: Choice | undefined;
}

/** What a vote came to, with every number that it follows from. */
export interface Outcome {
  readonly result: Result;
  readonly quorumNeeded: number;
  readonly votesNeeded: number;
  /** There was a tie, and the chair's vote was the one more that was needed. */
  readonly chairDecided: boolean;
}

/** At least this part of a whole, as whole members or votes: never none. */
const atLeast = (numerator: number, denominator: number, whole: number): number =>
  Math.max(1, Math.ceil((numerator * whole) / denominator));

const moreThanHalf = (whole: number): number => Math.floor(whole / 2) + 1;

const QUORUM_OF: Readonly<Record<Quorum, (members: number) => number>> = {
  one_third: (members) => atLeast(1, 3, members),
  half: (members) => atLeast(1, 2, members),
  more_than_half: moreThanHalf,
  two_thirds: (members) => atLeast(2, 3, members),
  three_quarters: (members) => atLeast(3, 4, members),
  all: (members) => atLeast(1, 1, members),
};

const MAJORITY_OF: Readonly<Record<Majority, (votes: number, members: number) => number>> = {
  simple: moreThanHalf,
  absolute: (_votes, members) => moreThanHalf(members),
  two_thirds: (votes) => atLeast(2, 3, votes),
  two_thirds_of_members: (_votes, members) => atLeast(2, 3, members),
  unanimity: (votes) => atLeast(1, 1, votes),
};

/** Whether a proposal is adopted. Abstentions take part in the vote and are no votes. */
export function outcomeOf({ quorum, majority, ties }: VotingRules, count: Count): Outcome {
  const { votesFor, votesAgainst, votingMembers } = count;
  const quorumNeeded = QUORUM_OF[quorum](votingMembers);
  const isTie = majority === 'simple' && votesFor > 0 && votesFor === votesAgainst;
  const chairDecided = isTie && ties === 'chair' && count.chair === 'for';
  const votesNeeded = chairDecided ? votesFor : MAJORITY_OF[majority](votesFor + votesAgainst, votingMembers);
  return { result: resultOf(count, quorumNeeded, votesNeeded), quorumNeeded, votesNeeded, chairDecided };
}

function resultOf({ takingPart, votesFor }: Count, quorumNeeded: number, votesNeeded: number): Result {
  if (takingPart < quorumNeeded) return 'no-quorum';
  return votesFor < votesNeeded ? 'no-majority' : 'adopted';
}
