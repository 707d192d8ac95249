import type { Day } from '#kernel';

export const CONSULTATION_KINDS = [
  'public_meeting',
  'workshop',
  'interviews',
  'focus_group',
  'survey',
  'written',
  'online',
] as const;
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];

export const CONSULTATION_STATES = ['planned', 'open', 'closed', 'cancelled'] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];

/** What became of a contribution. */
export const CONTRIBUTION_OUTCOMES = ['accepted', 'partly_accepted', 'rejected'] as const;
export type ContributionOutcome = (typeof CONTRIBUTION_OUTCOMES)[number];

const NEXT: Readonly<Record<ConsultationState, readonly ConsultationState[]>> = {
  planned: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
};

export const nextConsultationStates = (state: ConsultationState): readonly ConsultationState[] => NEXT[state];

export type ConsultationRefusal = 'unlisted' | 'too-early' | 'no-synthesis';

/** What decides where a consultation may go, and what it takes. */
export interface ConsultationAtHand {
  readonly state: ConsultationState;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly hasSynthesis: boolean;
}

/** Why a consultation may not move there; nothing when it may. Its synthesis says what came of it. */
export function refusalOfConsultationMove(
  { state, startsOn, endsOn, hasSynthesis }: ConsultationAtHand,
  to: ConsultationState,
  today: Day,
): ConsultationRefusal | undefined {
  if (!NEXT[state].includes(to)) return 'unlisted';
  if (to === 'open' && today < startsOn) return 'too-early';
  if (to !== 'closed') return undefined;
  if (today < endsOn) return 'too-early';
  return hasSynthesis ? undefined : 'no-synthesis';
}

/** What is asked, and of whom, stands once people answer. */
export const mayRephrase = (state: ConsultationState): boolean => state === 'planned';

export const isUnfinished = (state: ConsultationState): boolean => NEXT[state].length > 0;
