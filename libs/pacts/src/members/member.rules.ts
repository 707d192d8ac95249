export const MEMBER_ROLES = ['promoter', 'signatory', 'supporter', 'observer'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

export const MEMBER_STATES = ['joined', 'signed', 'withdrawing', 'withdrawn'] as const;
export type MemberState = (typeof MEMBER_STATES)[number];

const SIGNING_ROLES: readonly MemberRole[] = ['promoter', 'signatory'];

/** Supporters and observers stand by the pact; they do not sign it, and so they hold no commitments. */
export const signs = (role: MemberRole): boolean => SIGNING_ROLES.includes(role);

export const hasLeft = (state: MemberState): boolean => state === 'withdrawing' || state === 'withdrawn';

/** Who has signed is bound: it leaves by a withdrawal, not by becoming an observer. */
export const mayTakeRole = (state: MemberState, role: MemberRole): boolean =>
  state === 'joined' || (state === 'signed' && signs(role));

export interface Speaker {
  readonly kind: string;
  readonly actorId?: string;
}

/** A member's key acts for its own actor only; the secretariat of the pact may record for all. */
export const mayActFor = (speaker: Speaker, actorId: string): boolean =>
  isSecretariat(speaker) || speaker.actorId === actorId;

/** Coordinators of the pact, and administrators. */
export const isSecretariat = (speaker: Speaker): boolean => ['admin', 'coordinator'].includes(speaker.kind);
