import type { Condition } from '../definition/condition.rules.js';
import type { Example, ExpectedFigure, LeftOut } from '../definition/definition.js';

/** States in which a commitment has been agreed. */
const AGREED = ['agreed', 'active', 'renegotiating', 'fulfilled', 'partly_fulfilled', 'breached'];

/** Agreed, and not released since. */
export const STANDING: Condition = { column: 'state', in: AGREED };

/** Agreed once, whatever has become of it. */
export const DUE: Condition = { column: 'state', in: [...AGREED, 'released'] };

/** Released by agreement: nothing is due any more. */
export const RELEASED: LeftOut = { reason: 'released', when: [{ column: 'state', in: ['released'] }] };

export const MONEY: Condition = { column: 'resource_kind', in: ['money'] };

const FIVE_COMMITMENTS: Example['rows'] = [
  {
    ends_on: '2026-01-31',
    state: 'fulfilled',
    system: 'public',
    resource_kind: 'money',
    quantity: 10000,
    unit: 'EUR',
    kept_quantity: 10000,
    missing_quantity: 0,
    confirmed_quantity: 10000,
    kept_on: '2026-01-20',
  },
  {
    ends_on: '2026-02-28',
    state: 'fulfilled',
    system: 'community',
    resource_kind: 'staff_time',
    quantity: 40,
    unit: 'hours',
    kept_quantity: 40,
    missing_quantity: 0,
    confirmed_quantity: 40,
    kept_on: '2026-03-10',
  },
  {
    ends_on: '2026-03-31',
    state: 'active',
    system: 'public',
    resource_kind: 'money',
    quantity: 5000,
    unit: 'EUR',
    kept_quantity: 2000,
    missing_quantity: 3000,
    confirmed_quantity: 2000,
  },
  {
    ends_on: '2026-03-31',
    state: 'released',
    system: 'public',
    resource_kind: 'money',
    quantity: 700,
    unit: 'EUR',
    kept_quantity: 0,
    missing_quantity: 700,
  },
  {
    ends_on: '2026-04-01',
    state: 'active',
    system: 'public',
    resource_kind: 'money',
    quantity: 900,
    unit: 'EUR',
    kept_quantity: 0,
    missing_quantity: 900,
  },
];

/** Six indicators look at the same commitments, each in its own way. */
export const threeDue = (figures: readonly ExpectedFigure[]): Example => ({
  title: { it: 'Tre in scadenza, uno in tempo, uno in ritardo', en: 'Three due, one kept in time, one late' },
  asOf: '2026-03-31',
  rows: FIVE_COMMITMENTS,
  figures,
});
