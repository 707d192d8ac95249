import fc from 'fast-check';
import { heldBack, toldNumbers, type PublishedByPacts } from './regional-release.rules.js';

const REGION = { threshold: 3, isPart: false };
const COUNT = { kind: 'count' } as const;
const PERSONS = { kind: 'participants' } as const;
const figure = (value: number, suppression: 'none' | 'primary' = 'none') => ({
  numbers: { value },
  suppression,
});
const published = (value: number, hidden = 0): PublishedByPacts => ({ hidden, sums: { value } });

describe('a total over pacts', () => {
  it('is told where every pact tells its own', () => {
    expect(heldBack(figure(12), COUNT, published(12), REGION)).toBe('none');
    expect(heldBack(figure(0), COUNT, undefined, REGION)).toBe('none');
  });

  it('is not told where it is small, where a pact hides its own, or where it is not the sum', () => {
    expect(heldBack(figure(2, 'primary'), COUNT, published(2), REGION)).toBe('small');
    expect(heldBack(figure(12), COUNT, published(12, 1), REGION)).toBe('hidden');
    expect(heldBack(figure(13), COUNT, published(12), REGION)).toBe('hidden');
    expect(heldBack(figure(12), COUNT, undefined, REGION)).toBe('hidden');
  });

  it('tells how many are in several pacts like any count, and among some of the pacts not at all', () => {
    const held = (inSeveral: number, isPart: boolean): string =>
      heldBack(figure(20), PERSONS, published(20 + inSeveral), { threshold: 3, isPart });
    expect([0, 1, 2, 3, 9].map((many) => held(many, false))).toEqual([
      'none',
      'overlap',
      'overlap',
      'none',
      'none',
    ]);
    expect([0, 1, 9].map((many) => held(many, true))).toEqual(['none', 'overlap', 'overlap']);
  });

  it('never gives back what one of two pacts hides, whatever else is told', () => {
    const value = fc.nat(9);
    fc.assert(
      fc.property(value, value, (one, other) => {
        const hidden = [one, other].filter((each) => each > 0 && each < 3).length;
        const isTold =
          heldBack(figure(one + other), COUNT, published(one + other, hidden), REGION) === 'none';
        expect(isTold).toBe(hidden === 0);
      }),
    );
  });
});

describe('the plain share beside a regional estimate', () => {
  const numbers = { value: 0.5, n: 20, atRisk: 10, ended: 9, numerator: 6, denominator: 9, leftOut: {} };
  const retention = { kind: 'retention', days: 90 } as const;

  it('is told where all pacts tell theirs, and goes where one does not', () => {
    const sums = { numerator: 6, denominator: 9 };
    const without = { value: 0.5, n: 20, atRisk: 10, ended: 9 };
    expect(toldNumbers(numbers, retention, { hidden: 0, sums })).toEqual({ ...without, ...sums });
    expect(toldNumbers(numbers, retention, { hidden: 0, sums: { ...sums, numerator: 4 } })).toEqual(without);
  });
});
