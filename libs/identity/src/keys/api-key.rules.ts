import type { FieldError } from '#platform';
import type { Kind } from '../principal.js';
import { fitsKind } from './scope.rules.js';

const DAY_SECONDS = 86_400;
export const USUAL_OVERLAP_SECONDS = DAY_SECONDS;
export const LONGEST_OVERLAP_SECONDS = 30 * DAY_SECONDS;

const BOUND_TO_AN_ACTOR: readonly Kind[] = ['member', 'case_worker'];
const ENTERS_ALL: readonly Kind[] = ['admin'];

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
  if (BOUND_TO_AN_ACTOR.includes(wish.kind) !== (wish.actorId !== undefined)) {
    const detail = `Keys of ${BOUND_TO_AN_ACTOR.join(' and ')} name their actor; others do not.`;
    misfits.push({ pointer: '/actorId', code: 'actor-binding', detail });
  }
  if (wish.expiresAt !== undefined && Date.parse(wish.expiresAt) <= now) {
    misfits.push({ pointer: '/expiresAt', code: 'in-the-past', detail: 'The key would never work.' });
  }
  if (ENTERS_ALL.includes(wish.kind) !== (wish.pacts.length === 0)) {
    const detail = 'Administrators enter every pact and name none; every other kind names at least one.';
    misfits.push({ pointer: '/pacts', code: 'pact-binding', detail });
  }
  if (wish.scopes?.some((scope) => !fitsKind(scope, wish.kind))) {
    const detail = 'One of these scopes would do nothing on a key of this kind.';
    misfits.push({ pointer: '/scopes', code: 'scope-binding', detail });
  }
  return misfits;
}
