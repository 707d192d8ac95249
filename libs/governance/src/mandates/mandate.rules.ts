/** How many of the voting members of the day have to take part. */
export const QUORUMS = [
  'one_third',
  'half',
  'more_than_half',
  'two_thirds',
  'three_quarters',
  'all',
] as const;
export type Quorum = (typeof QUORUMS)[number];

/** Which votes carry a proposal. */
export const MAJORITIES = ['simple', 'absolute', 'two_thirds', 'two_thirds_of_members', 'unanimity'] as const;
export type Majority = (typeof MAJORITIES)[number];

/** What a tie comes to under a simple majority: nothing, or what the chair has voted. */
export const TIES = ['fail', 'chair'] as const;
export type Ties = (typeof TIES)[number];

export const MOST_DELEGATIONS = 20;

/** The rules by which a body decides, as its mandate says. */
export interface VotingRules {
  readonly quorum: Quorum;
  readonly majority: Majority;
  readonly ties: Ties;
}
