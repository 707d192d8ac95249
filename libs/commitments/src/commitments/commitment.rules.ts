import type { Day } from '#kernel';

export const COMMITMENT_STATES = [
  'draft',
  'proposed',
  'agreed',
  'active',
  'renegotiating',
  'fulfilled',
  'partly_fulfilled',
  'breached',
  'released',
] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** Moves that somebody makes. */
const BY_HAND: Readonly<Record<CommitmentState, readonly CommitmentState[]>> = {
  draft: ['proposed'],
  proposed: ['agreed', 'released'],
  agreed: ['active', 'renegotiating', 'released'],
  active: ['renegotiating', 'released'],
  renegotiating: ['proposed', 'released'],
  fulfilled: [],
  partly_fulfilled: [],
  breached: [],
  released: [],
};

/** States that follow from the ledger and the calendar; nobody types them in. */
const COMPUTED: readonly CommitmentState[] = ['fulfilled', 'partly_fulfilled', 'breached'];

/** States whose next one the ledger decides. */
const RUNNING: readonly CommitmentState[] = ['active', ...COMPUTED];

/** A promise on condition of another counts once that other one was agreed and has not failed. */
const STANDING: readonly CommitmentState[] = ['agreed', 'active', 'fulfilled', 'partly_fulfilled'];

export const movesByHand = (state: CommitmentState): readonly CommitmentState[] => BY_HAND[state];
export const isComputed = (state: CommitmentState): boolean => COMPUTED.includes(state);
export const isRunning = (state: CommitmentState): boolean => RUNNING.includes(state);
export const isStanding = (state: CommitmentState): boolean => STANDING.includes(state);
export const mayChangeTerms = (state: CommitmentState): boolean => ['draft', 'renegotiating'].includes(state);

/** It binds its promisor: agreed once, and not yet at its end. Such a one must be settled before a withdrawal. */
export const isOpen = (state: CommitmentState, revision: number): boolean =>
  ['agreed', 'active', 'renegotiating'].includes(state) || (state === 'proposed' && revision > 1);

/** What a caller is to a commitment. */
export interface Standing {
  /** Holds the key of the promisor. */
  readonly promisor: boolean;
  /** Holds the key of a beneficiary, or speaks for the pact where the pact benefits. */
  readonly counterpart: boolean;
  readonly coordinator: boolean;
}

interface Voice {
  readonly kind: string;
  readonly actorId?: string;
}

interface Parties {
  readonly promisorActorId: string;
  /** Empty: the pact as a whole. */
  readonly beneficiaryActorIds: readonly string[];
}

/** Whoever promised is never its own counterpart, not even with the coordinator's key. */
export function standingOf(voice: Voice, parties: Parties): Standing {
  const same = voice.actorId === parties.promisorActorId;
  const coordinator = ['admin', 'coordinator'].includes(voice.kind);
  const member = voice.kind === 'member' && voice.actorId !== undefined;
  const named = member && parties.beneficiaryActorIds.includes(voice.actorId);
  const forPact = coordinator && parties.beneficiaryActorIds.length === 0;
  return { promisor: member && same, counterpart: !same && (named || forPact), coordinator };
}

export type MoveRefusal =
  'unlisted' | 'computed' | 'not-the-promisor' | 'not-a-counterpart' | 'not-a-party' | 'too-early';

interface Move {
  readonly from: CommitmentState;
  readonly to: CommitmentState;
  readonly startsOn: Day;
  readonly today: Day;
}

/** Why this caller may not make this move; nothing when it may. */
export function refusalOfMove(move: Move, standing: Standing): MoveRefusal | undefined {
  if (isComputed(move.to)) return 'computed';
  if (!BY_HAND[move.from].includes(move.to)) return 'unlisted';
  const speaker = refusalOfSpeaker(move.to, standing);
  if (speaker !== undefined) return speaker;
  return move.to === 'active' && move.today < move.startsOn ? 'too-early' : undefined;
}

function refusalOfSpeaker(to: CommitmentState, standing: Standing): MoveRefusal | undefined {
  const { promisor, counterpart, coordinator } = standing;
  if (to === 'proposed') return promisor ? undefined : 'not-the-promisor';
  if (to === 'agreed' || to === 'released') return counterpart ? undefined : 'not-a-counterpart';
  const party = promisor || (to === 'active' ? coordinator : counterpart);
  return party ? undefined : 'not-a-party';
}

/** A proposed commitment that every counterpart has agreed to. */
export interface Agreed {
  readonly id: string;
  readonly conditionalOnId?: string;
}

/**
 * Which of them become binding. One on condition of another waits for it; those that wait only for each other (I give
 * if you give) become binding together.
 */
export function bindingTogether<One extends Agreed>(
  agreed: readonly One[],
  standing: ReadonlySet<string>,
): One[] {
  let binding = [...agreed];
  for (;;) {
    const ids = new Set(binding.map(({ id }) => id));
    const met = (on: string | undefined) => on === undefined || standing.has(on) || ids.has(on);
    const kept = binding.filter(({ conditionalOnId }) => met(conditionalOnId));
    if (kept.length === binding.length) return kept;
    binding = kept;
  }
}
