import fc from 'fast-check';
import {
  ENTRY_KINDS,
  leftOn,
  refusalOfEntry,
  sumsAfter,
  type Corrected,
  type Entry,
  type LineState,
} from './spending.rules.js';

const line: LineState = { amountCents: 1_000, spentCents: 900, overrunCents: 0, startsOn: '2026-01-01' };
const payment = (amountCents: number, spentOn = '2026-02-01'): Entry => ({
  kind: 'expenditure',
  spentOn,
  amountCents,
});
const corrected = (more: Partial<Corrected> = {}): Corrected => ({
  kind: 'expenditure',
  spentOn: '2026-01-15',
  isCounterEntry: false,
  leftCents: 500,
  ...more,
});

describe('an entry of the ledger of a funding line', () => {
  it('is made while the line holds it, to the last cent', () => {
    expect(refusalOfEntry(line, payment(100))).toBeUndefined();
    expect(refusalOfEntry(line, payment(101))).toBe('above-line');
    expect(refusalOfEntry({ ...line, overrunCents: 1 }, payment(101))).toBeUndefined();
  });

  it('is of the first day of the line or later', () => {
    expect(refusalOfEntry(line, payment(1, '2026-01-01'))).toBeUndefined();
    expect(refusalOfEntry(line, payment(1, '2025-12-31'))).toBe('before-line');
  });

  it.each<[Entry, Corrected | null, string | undefined]>([
    [payment(-500), corrected(), undefined],
    [payment(-501), corrected(), 'below-zero'],
    [payment(500), corrected(), 'sign'],
    [payment(-1), null, 'unknown-entry'],
    [payment(-1), corrected({ isCounterEntry: true }), 'is-counter-entry'],
    [payment(-1), corrected({ kind: 'overrun' }), 'other-kind'],
    [payment(-1, '2026-01-15'), corrected(), undefined],
    [payment(-1, '2026-01-14'), corrected(), 'before-entry'],
  ])('as counter-entry %j of %j is judged as %s', (entry, of, refusal) => {
    expect(refusalOfEntry(line, entry, of)).toBe(refusal);
  });

  it('takes back an overrun only as far as it was not used', () => {
    const over = { ...line, spentCents: 1_040, overrunCents: 100 };
    const back = (amountCents: number): Entry => ({ ...payment(amountCents), kind: 'overrun' });
    const of = corrected({ kind: 'overrun', leftCents: 100 });
    expect(refusalOfEntry(over, back(-60), of)).toBeUndefined();
    expect(refusalOfEntry(over, back(-61), of)).toBe('above-line');
  });

  it('is never less than a cent unless it corrects', () => {
    expect(refusalOfEntry(line, payment(-1))).toBe('sign');
    expect(refusalOfEntry(line, payment(0))).toBe('sign');
  });
});

const attempts = fc.array(
  fc.record({
    kind: fc.constantFrom(...ENTRY_KINDS),
    amountCents: fc.integer({ min: -400, max: 400 }),
    /** Which of the entries made so far is corrected; none where it is less than zero. */
    corrects: fc.integer({ min: -30, max: 30 }),
  }),
  { maxLength: 60 },
);

describe('the ledger of a funding line', () => {
  it('whatever is tried, pays no more than the line and its overruns, and adds up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), attempts, (amountCents, tried) => {
        let state: LineState = { amountCents, spentCents: 0, overrunCents: 0, startsOn: '2026-01-01' };
        const made: { entry: Entry; left: number; isCounterEntry: boolean }[] = [];
        for (const { kind, amountCents: cents, corrects } of tried) {
          const entry: Entry = { kind, amountCents: cents, spentOn: '2026-02-01' };
          const of = made[corrects];
          const known = of && { ...of.entry, isCounterEntry: of.isCounterEntry, leftCents: of.left };
          if (refusalOfEntry(state, entry, corrects < 0 ? undefined : (known ?? null)) !== undefined)
            continue;
          state = { ...state, ...sumsAfter(state, kind, cents) };
          if (of !== undefined) of.left += cents;
          made.push({ entry, left: cents, isCounterEntry: of !== undefined });
          expect(leftOn(state)).toBeGreaterThanOrEqual(0);
          expect(Math.min(state.spentCents, state.overrunCents)).toBeGreaterThanOrEqual(0);
        }
        const sum = (kind: string) =>
          made
            .filter(({ entry }) => entry.kind === kind)
            .reduce((total, { entry }) => total + entry.amountCents, 0);
        expect([state.spentCents, state.overrunCents]).toEqual([sum('expenditure'), sum('overrun')]);
      }),
    );
  });
});
