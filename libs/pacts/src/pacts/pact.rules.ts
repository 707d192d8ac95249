export const PACT_STATES = [
  'draft',
  'consultation',
  'open_for_signature',
  'active',
  'under_review',
  'renewed',
  'closed',
] as const;
export type PactState = (typeof PACT_STATES)[number];

/** Every move there is. A pact ends, or is renewed by another, only after a review. */
const NEXT: Readonly<Record<PactState, readonly PactState[]>> = {
  draft: ['consultation'],
  consultation: ['open_for_signature'],
  open_for_signature: ['active'],
  active: ['under_review'],
  under_review: ['active', 'renewed', 'closed'],
  renewed: [],
  closed: [],
};

const SIGNING: readonly PactState[] = ['open_for_signature', 'active', 'under_review'];
const BEFORE_SIGNING: readonly PactState[] = ['draft', 'consultation'];

/** What the texts of a pact have come to. */
export interface Readiness {
  readonly published: boolean;
  readonly inForce: boolean;
}

export type MoveRefusal = 'unlisted' | 'nothing-published' | 'not-ratified';

export const nextPactStates = (state: PactState): readonly PactState[] => NEXT[state];

/** Why a pact may not move there; nothing when it may. */
export function refusalOfPactMove(from: PactState, to: PactState, texts: Readiness): MoveRefusal | undefined {
  if (!NEXT[from].includes(to)) return 'unlisted';
  if (to === 'open_for_signature' && !texts.published) return 'nothing-published';
  if (to === 'active' && !texts.inForce) return 'not-ratified';
  return undefined;
}

/** A pact in its last state takes no new members, texts, signatures or commitments. */
export const isOver = (state: PactState): boolean => NEXT[state].length === 0;

export const OVER_STATES: readonly PactState[] = PACT_STATES.filter(isOver);

export const takesSignatures = (state: PactState): boolean => SIGNING.includes(state);

/** Who signs must know how the pact is ratified, so the rule is fixed when signing begins. */
export const mayChangeRatification = (state: PactState): boolean => BEFORE_SIGNING.includes(state);
