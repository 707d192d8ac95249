import fc from 'fast-check';
import { suppressionOf, withoutRevealingShare } from './disclosure.rules.js';

const count = fc.nat(30);
const threshold = fc.constantFrom(3, 5, 10);
const isSmall = (value: number, t: number): boolean => value > 0 && value < t;

describe('primary suppression', () => {
  it('hides a count of one to threshold − 1 and shows every other', () => {
    fc.assert(
      fc.property(count, threshold, (value, t) => {
        expect(suppressionOf({ value }, t)).toBe(isSmall(value, t) ? 'primary' : 'none');
      }),
    );
  });

  it('hides a share that gives a small group away: those in it, those not, or all', () => {
    fc.assert(
      fc.property(count, count, threshold, (numerator, rest, t) => {
        const denominator = numerator + rest;
        const value = denominator === 0 ? null : numerator / denominator;
        const small = [numerator, rest, denominator].some((each) => isSmall(each, t));
        expect(suppressionOf({ value, numerator, denominator }, t)).toBe(small ? 'primary' : 'none');
      }),
    );
  });

  it('hides an estimate on few at risk, few endings or few at all', () => {
    fc.assert(
      fc.property(count, count, count, threshold, (atRisk, ended, n, t) => {
        const shown = suppressionOf({ value: 0.5, n, atRisk, ended }, t) === 'none';
        expect(shown).toBe(atRisk >= t && !isSmall(ended, t) && !isSmall(n, t));
      }),
    );
  });

  it('shows the counts of an estimate that says nothing, unless they are small', () => {
    expect(suppressionOf({ value: null, n: 10, atRisk: 0, ended: 5 }, 3)).toBe('none');
    expect(suppressionOf({ value: null, n: 2, atRisk: 0, ended: 0 }, 3)).toBe('primary');
    expect(suppressionOf({ value: null, n: 0, atRisk: 0, ended: 0 }, 3)).toBe('none');
  });

  it.each(['participants', 'improved', 'stable', 'declined'] as const)(
    'hides a figure beside which few are told as %s',
    (name) => {
      const numbers = { value: 0.5, n: 20 };
      expect(suppressionOf({ ...numbers, [name]: 2 }, 3)).toBe('primary');
      expect(suppressionOf({ ...numbers, [name]: 0 }, 3)).toBe('none');
      expect(suppressionOf({ ...numbers, [name]: 3 }, 3)).toBe('none');
    },
  );

  it('leaves organisations alone: a threshold of 0 hides nothing', () => {
    fc.assert(fc.property(count, (value) => suppressionOf({ value }, 0) === 'none'));
  });
});

describe('the plain share beside an estimate', () => {
  const estimate = { value: 0.75, n: 10, atRisk: 6, ended: 5 };

  it('goes when it would reveal, and the estimate stays', () => {
    expect(withoutRevealingShare({ ...estimate, numerator: 6, denominator: 8 }, 3)).toEqual(estimate);
  });

  it('stays when it does not', () => {
    const numbers = { ...estimate, numerator: 5, denominator: 8 };
    expect(withoutRevealingShare(numbers, 3)).toEqual(numbers);
  });

  it('never takes away what a share itself is made of', () => {
    const numbers = { value: 0.5, numerator: 1, denominator: 2 };
    expect(withoutRevealingShare(numbers, 3)).toEqual(numbers);
  });
});
