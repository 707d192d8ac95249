import fc from 'fast-check';
import { attainmentOf, type Goal } from './attainment.rules.js';

const goal = (value: number, baseline?: number, direction: Goal['direction'] = 'up'): Goal => ({
  value,
  direction,
  ...(baseline !== undefined && { baseline: { value: baseline } }),
});

describe('how a value stands to its target', () => {
  it.each([
    [0.66, goal(0.7, 0.6), { attainment: expect.closeTo(0.6, 9), isMet: false }],
    [0.7, goal(0.7, 0.6), { attainment: 1, isMet: true }],
    [0.75, goal(0.7, 0.6), { attainment: expect.closeTo(1.5, 9), isMet: true }],
    [0.55, goal(0.7, 0.6), { attainment: expect.closeTo(-0.5, 9), isMet: false }],
    // 40 drop-outs are to become 20, and 25 are left: three quarters of the way.
    [25, goal(20, 40, 'down'), { attainment: 0.75, isMet: false }],
    [20, goal(20, 40, 'down'), { attainment: 1, isMet: true }],
  ])('is for %p and %p as worked out by hand', (value, of, expected) => {
    expect(attainmentOf(value, of)).toEqual(expected);
  });

  it('is only met or not where there is no way to go', () => {
    expect(attainmentOf(12, goal(10))).toEqual({ isMet: true });
    expect(attainmentOf(9, goal(10, 10))).toEqual({ isMet: false });
  });

  const numbers = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const rising = fc.tuple(numbers, numbers).filter(([from, to]) => from < to);

  it('reaches 1 exactly where the target is met', () => {
    fc.assert(
      fc.property(rising, numbers, ([from, to], value) => {
        const up = attainmentOf(value, goal(to, from));
        const down = attainmentOf(-value, goal(-to, -from, 'down'));
        expect(up.isMet).toBe((up.attainment ?? 0) >= 1);
        // Seen in a mirror it is the same.
        expect(down).toEqual(up);
      }),
    );
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(rising, numbers, fc.integer({ min: 1, max: 1_000 }), ([from, to], value, factor) => {
        const scaled = attainmentOf(value * factor, goal(to * factor, from * factor));
        expect(scaled.attainment).toBeCloseTo(attainmentOf(value, goal(to, from)).attainment ?? 0, 9);
      }),
    );
  });
});
