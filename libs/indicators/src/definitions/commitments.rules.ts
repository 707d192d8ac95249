import type { Condition } from '../definition/condition.rules.js';
import type { LeftOut } from '../definition/definition.js';

/** States in which a commitment has been agreed. */
const AGREED = ['agreed', 'active', 'renegotiating', 'fulfilled', 'partly_fulfilled', 'breached'];

/** Agreed, and not released since. */
export const STANDING: Condition = { column: 'state', in: AGREED };

/** Agreed once, whatever has become of it. */
export const DUE: Condition = { column: 'state', in: [...AGREED, 'released'] };

/** Released by agreement: nothing is due any more. */
export const RELEASED: LeftOut = { reason: 'released', when: [{ column: 'state', in: ['released'] }] };

export const MONEY: Condition = { column: 'resource_kind', in: ['money'] };
