import fc from 'fast-check';
import { addDays } from '#kernel';
import { COMMITMENT_STATES, isRunning } from '../commitments/commitment.rules.js';
import {
  fulfilledOn,
  hundredths,
  refusalOfCounterEntry,
  stateByLedger,
  sumsOf,
  VERDICTS,
  type Entry,
} from './fulfilment.rules.js';

const anyQuantity = fc.integer({ min: 1, max: 10_000_000 }).map((cents) => cents / 100);
const anyDelivery = fc.record({
  deliveredOn: fc.nat(400).map((days) => addDays('2026-01-01', days)),
  quantity: anyQuantity,
  verdict: fc.option(fc.constantFrom(...VERDICTS), { nil: undefined }),
  corrections: fc.array(anyQuantity, { maxLength: 3 }),
});

/** A ledger as the service lets it grow: every counter-entry was allowed when it was made. */
const anyLedger = fc.array(anyDelivery, { maxLength: 15 }).map((deliveries) => {
  const entries: Entry[] = [];
  for (const { deliveredOn, quantity, verdict, corrections } of deliveries) {
    const id = `${entries.length}`;
    entries.push({ id, deliveredOn, quantity, ...(verdict && { verdict }) });
    for (const wish of corrections) {
      if (refusalOfCounterEntry(entries, id, -wish)) continue;
      entries.push({ id: `${entries.length}`, deliveredOn, quantity: -wish, correctsId: id });
    }
  }
  return entries;
});

describe('the ledger of a commitment', () => {
  it('adds up: everything recorded, whatever was said of it', () => {
    fc.assert(
      fc.property(anyLedger, (entries) => {
        const recorded = entries.reduce((sum, { quantity }) => sum + hundredths(quantity), 0);
        expect(hundredths(sumsOf(entries).delivered)).toBe(recorded);
      }),
    );
  });

  it('never has a sum below zero, nor more confirmed and disputed than delivered', () => {
    fc.assert(
      fc.property(anyLedger, (entries) => {
        const { delivered, confirmed, disputed } = sumsOf(entries);
        expect(Math.min(delivered, confirmed, disputed)).toBeGreaterThanOrEqual(0);
        expect(hundredths(confirmed) + hundredths(disputed)).toBeLessThanOrEqual(hundredths(delivered));
      }),
    );
  });

  it('does not depend on the order of its lines', () => {
    fc.assert(
      fc.property(anyLedger, anyQuantity, (entries, promised) => {
        const turned = entries.toReversed();
        expect(sumsOf(turned)).toEqual(sumsOf(entries));
        expect(fulfilledOn(turned, promised)).toBe(fulfilledOn(entries, promised));
      }),
    );
  });

  it('counts a counter-entry against the delivery that it corrects', () => {
    const entries: Entry[] = [
      { id: 'a', deliveredOn: '2026-02-01', quantity: 10, verdict: 'confirmed' },
      { id: 'b', deliveredOn: '2026-02-02', quantity: -4, correctsId: 'a' },
      { id: 'c', deliveredOn: '2026-02-03', quantity: 3.5, verdict: 'disputed' },
      { id: 'd', deliveredOn: '2026-02-03', quantity: 0.1 },
    ];
    expect(sumsOf(entries)).toEqual({ delivered: 9.6, confirmed: 6, disputed: 3.5 });
    expect(refusalOfCounterEntry(entries, 'a', -6)).toBeUndefined();
    expect(refusalOfCounterEntry(entries, 'a', -6.01)).toBe('below-zero');
    expect(refusalOfCounterEntry(entries, 'b', -1)).toBe('is-counter-entry');
    expect(refusalOfCounterEntry(entries, 'x', -1)).toBe('unknown-delivery');
  });
});

describe('fulfilment', () => {
  it('is dated by the delivery with which the promised quantity was reached', () => {
    const confirmed = (id: string, deliveredOn: string, quantity: number): Entry => ({
      id,
      deliveredOn,
      quantity,
      verdict: 'confirmed',
    });
    const entries = [confirmed('late', '2026-03-01', 5), confirmed('early', '2026-02-01', 5)];
    expect(fulfilledOn(entries, 10)).toBe('2026-03-01');
    expect(fulfilledOn(entries, 5)).toBe('2026-02-01');
    expect(fulfilledOn(entries, 10.01)).toBeUndefined();
  });

  it('has a day exactly when it is reached', () => {
    fc.assert(
      fc.property(anyLedger, anyQuantity, (entries, quantity) => {
        const { confirmed } = sumsOf(entries);
        const state = stateByLedger(
          { state: 'active', quantity, endsOn: '2026-06-30' },
          confirmed,
          '2026-06-01',
        );
        expect(state === 'fulfilled').toBe(fulfilledOn(entries, quantity) !== undefined);
      }),
    );
  });

  it.each([
    [10, '2026-06-30', 'fulfilled'],
    [9, '2026-06-30', 'active'],
    [9, '2026-07-01', 'partly_fulfilled'],
    [0, '2026-07-01', 'breached'],
    [10, '2026-07-01', 'fulfilled'],
  ])('with %d of 10 confirmed on %s stands at %s', (confirmed, today, expected) => {
    for (const state of COMMITMENT_STATES.filter(isRunning)) {
      expect(stateByLedger({ state, quantity: 10, endsOn: '2026-06-30' }, confirmed, today)).toBe(expected);
    }
  });

  it('moves running commitments to running states only, and leaves the others where they are', () => {
    const anyState = fc.constantFrom(...COMMITMENT_STATES);
    fc.assert(
      fc.property(anyState, anyQuantity, anyQuantity, fc.boolean(), (state, quantity, confirmed, over) => {
        const today = over ? '2026-07-01' : '2026-06-30';
        const next = stateByLedger({ state, quantity, endsOn: '2026-06-30' }, confirmed, today);
        expect(isRunning(state) ? isRunning(next) : next === state).toBe(true);
      }),
    );
  });
});
