export const DECISION_STATES = ['open', 'implemented', 'dropped'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

export const ACTION_STATES = ['open', 'in_progress', 'done', 'dropped'] as const;
export type ActionState = (typeof ACTION_STATES)[number];

const NEXT: Readonly<Record<DecisionState, readonly DecisionState[]>> = {
  open: ['implemented', 'dropped'],
  implemented: [],
  dropped: [],
};

export const nextDecisionStates = (state: DecisionState): readonly DecisionState[] => NEXT[state];

export const hasEnded = (state: ActionState): boolean => state === 'done' || state === 'dropped';

export type DecisionRefusal = 'unlisted' | 'actions-open' | 'no-reason';

interface DecisionMove {
  readonly from: DecisionState;
  readonly to: DecisionState;
  readonly openActions: number;
  readonly reason?: string | undefined;
}

/** Why a decision may not come to that end: what was to be done is done or dropped first, and dropping has a reason. */
export function refusalOfDecisionMove(move: DecisionMove): DecisionRefusal | undefined {
  if (!NEXT[move.from].includes(move.to)) return 'unlisted';
  if (move.openActions > 0) return 'actions-open';
  return move.to === 'dropped' && move.reason === undefined ? 'no-reason' : undefined;
}
