import type { FieldError } from '#platform';
import { fitsActor, fitsPact, type Kind } from '../role.rules.js';
import { misfitsOfScope } from '../scope.rules.js';

const DAY_SECONDS = 86_400;
export const USUAL_OVERLAP_SECONDS = DAY_SECONDS;
export const LONGEST_OVERLAP_SECONDS = 30 * DAY_SECONDS;

interface Wish {
  readonly kind: Kind;
  readonly pacts: readonly string[];
  readonly actorId?: string;
  readonly scopes?: readonly string[];
  readonly expiresAt?: string;
}

/** What a key of this kind cannot have, or lacks. `now` in milliseconds. */
export function misfitsOf(wish: Wish, now: number): FieldError[] {
  const misfits: FieldError[] = [];
  if (!fitsActor(wish.kind, wish.actorId)) {
    const detail = 'Keys of members and case workers name their actor; others do not.';
    misfits.push({ pointer: '/actorId', code: 'actor-binding', detail });
  }
  if (!fitsPact(wish.kind, wish.pacts[0])) {
    const detail = 'Administrators name no pact; every other kind but auditors names at least one.';
    misfits.push({ pointer: '/pacts', code: 'pact-binding', detail });
  }
  return [...misfits, ...misfitsOfScope(wish, now)];
}
