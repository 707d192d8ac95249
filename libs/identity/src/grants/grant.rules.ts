import type { FieldError } from '#platform';
import { misfitsOfScope } from '../scope.rules.js';
import { fitsActor, fitsPact, KINDS, type Kind } from '../role.rules.js';

/** Kinds that open less of a pact than a coordinator sees anyway. Case workers see people, so they are not among them. */
const BELOW_A_COORDINATOR: readonly string[] = ['member', 'observer', 'dashboard'];
export const DELEGABLE = KINDS.filter((kind) => BELOW_A_COORDINATOR.includes(kind));

export const isDelegable = (kind: Kind): boolean => DELEGABLE.includes(kind);

interface Wanted {
  readonly kind: Kind;
  readonly pactId?: string;
  readonly actorId?: string;
  readonly scopes?: readonly string[];
  readonly expiresAt?: string;
}

/** A role that can be: in one pact or everywhere, for an actor or for none. `now` in milliseconds. */
export function misfitsOfGrant(wanted: Wanted, now: number): FieldError[] {
  const { kind, pactId, actorId } = wanted;
  const misfits: FieldError[] = [];
  if (!fitsActor(kind, actorId)) {
    const detail = 'Members and case workers name their actor; others do not.';
    misfits.push({ pointer: '/actorId', code: 'actor-binding', detail });
  }
  if (!fitsPact(kind, pactId)) {
    const detail = 'Administrators name no pact; every other kind but auditors names one.';
    misfits.push({ pointer: '/pactId', code: 'pact-binding', detail });
  }
  return [...misfits, ...misfitsOfScope(wanted, now)];
}
