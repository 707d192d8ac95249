import type { Day } from '#kernel';

export const MEETING_KINDS = ['ordinary', 'extraordinary', 'verification', 'founding'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export const MEETING_STATES = ['planned', 'convened', 'held', 'minuted', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

export const AGENDA_PURPOSES = ['information', 'discussion', 'decision'] as const;
export type AgendaPurpose = (typeof AGENDA_PURPOSES)[number];

export const ATTENDANCES = ['present', 'excused', 'absent', 'delegated'] as const;
export type Attendance = (typeof ATTENDANCES)[number];

const NEXT: Readonly<Record<MeetingState, readonly MeetingState[]>> = {
  planned: ['convened', 'cancelled'],
  convened: ['held', 'cancelled'],
  held: ['minuted'],
  minuted: [],
  cancelled: [],
};

export const nextMeetingStates = (state: MeetingState): readonly MeetingState[] => NEXT[state];

/** What decides where a meeting may go. */
export interface MeetingAtHand {
  readonly state: MeetingState;
  readonly heldOn: Day;
  readonly hasMinutes: boolean;
}

export type MeetingRefusal = 'unlisted' | 'too-early' | 'no-minutes';

/** Why a meeting may not move there; nothing when it may. */
export function refusalOfMeetingMove(
  { state, heldOn, hasMinutes }: MeetingAtHand,
  to: MeetingState,
  today: Day,
): MeetingRefusal | undefined {
  if (!NEXT[state].includes(to)) return 'unlisted';
  if (to === 'held' && today < heldOn) return 'too-early';
  return to === 'minuted' && !hasMinutes ? 'no-minutes' : undefined;
}

/** When it is, for what, and where: until it has begun. */
export const mayReschedule = (state: MeetingState): boolean => ['planned', 'convened'].includes(state);

/** What is still to be written of it. */
export const isUnfinished = (state: MeetingState): boolean => NEXT[state].length > 0;

/** Who came is known once the meeting has begun; who will not come may be said before. */
export const mayRecord = (state: MeetingState, status: Attendance): boolean =>
  state === 'held' || (mayReschedule(state) && (status === 'excused' || status === 'delegated'));

/** A member wants another one to vote in its place, in one meeting. */
export interface Delegation {
  readonly memberVotes: boolean;
  readonly delegateVotes: boolean;
  /** How many members one may represent, by the mandate. */
  readonly allowed: number;
  /** How many others the delegate represents already. */
  readonly represented: number;
  readonly delegateHasDelegated: boolean;
  readonly memberRepresents: boolean;
}

export type DelegationRefusal = 'not-allowed' | 'not-voting' | 'too-many' | 'passed-on';

/** Why a delegation does not hold. What was delegated is not passed on, in whichever order it was said. */
export function refusalOfDelegation(delegation: Delegation): DelegationRefusal | undefined {
  if (delegation.allowed === 0) return 'not-allowed';
  if (!delegation.memberVotes || !delegation.delegateVotes) return 'not-voting';
  if (delegation.delegateHasDelegated || delegation.memberRepresents) return 'passed-on';
  return delegation.represented >= delegation.allowed ? 'too-many' : undefined;
}
