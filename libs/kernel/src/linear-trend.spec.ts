import fc from 'fast-check';
import { linearTrend, MOST_FOR_TREND, type Moment } from './linear-trend.js';

const series = (...values: number[]): Moment[] => values.map((value, at) => ({ at, value }));

describe('a linear trend', () => {
  /**
   * Worked by hand: x̄ 2, ȳ 4, Sxx 10, Sxy 6, slope 0.6, line 2.8 + 0.6 x, residuals −0.8 0.6 1 −0.6 −0.2,
   * their squares 2.4, s = √(2.4 / 3) = 0.894427, t(3) = 3.182446.
   */
  const worked = linearTrend(series(2, 4, 5, 4, 5));

  it('is the line of least squares', () => {
    expect(worked).toMatchObject({ n: 5, slope: expect.closeTo(0.6, 9) });
    expect(worked?.slopeInterval).toEqual([
      expect.closeTo(0.6 - 3.1824463 * 0.2828427, 6),
      expect.closeTo(0.6 + 3.1824463 * 0.2828427, 6),
    ]);
  });

  it('expects a further value in an interval that holds what lies around the line and how sure the line is', () => {
    // At x = 5: 5.8 ± 3.182446 × 0.894427 × √(1 + 1/5 + 9/10) = 5.8 ± 4.124922.
    const next = worked?.at(5);
    expect(next?.value).toBeCloseTo(5.8, 9);
    expect(next?.interval[0]).toBeCloseTo(5.8 - 4.124922, 5);
    expect(next?.interval[1]).toBeCloseTo(5.8 + 4.124922, 5);
  });

  it('is not told from fewer than three values, or from one moment', () => {
    expect(linearTrend(series(1, 2))).toBeUndefined();
    expect(linearTrend([1, 2, 3].map((value) => ({ at: 7, value })))).toBeUndefined();
  });

  it('looks at the last 24 values', () => {
    const late = series(...Array.from({ length: 40 }, (_, at) => (at < 16 ? 1_000 : at)));
    expect(linearTrend(late)).toMatchObject({ n: MOST_FOR_TREND, slope: expect.closeTo(1, 9) });
  });

  const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 3, maxLength: 24 });

  it('goes through what lies on a line, whatever is left out, and is sure of it', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 24 });
    fc.assert(
      fc.property(places, fc.integer({ min: -50, max: 50 }), fc.integer(), (at, slope, start) => {
        const from = start % 1_000;
        const found = linearTrend(at.sort((a, b) => a - b).map((x) => ({ at: x, value: from + slope * x })));
        expect(found?.slope).toBeCloseTo(slope, 6);
        const { value, interval } = found?.at(70) ?? { value: NaN, interval: [NaN, NaN] };
        expect(value).toBeCloseTo(from + slope * 70, 5);
        expect(interval[1] - interval[0]).toBeLessThan(1e-4);
      }),
    );
  });

  it('moves with the values, and is as wide', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -500, max: 500 }), (given, shift) => {
        const [as, shifted] = [given, given.map((value) => value + shift)].map((each) =>
          linearTrend(series(...each))!.at(given.length),
        );
        expect(shifted!.value - as!.value).toBeCloseTo(shift, 6);
        expect(shifted!.interval[1] - shifted!.interval[0]).toBeCloseTo(as!.interval[1] - as!.interval[0], 6);
      }),
    );
  });

  it('has its line inside its interval, which is wider the further one looks', () => {
    fc.assert(
      fc.property(values, (given) => {
        const { at } = linearTrend(series(...given))!;
        const widths = [0, 1, 2, 3].map((ahead) => {
          const { value, interval } = at(given.length + ahead);
          expect(interval[0]).toBeLessThanOrEqual(value);
          expect(interval[1]).toBeGreaterThanOrEqual(value);
          return interval[1] - interval[0];
        });
        expect(widths).toEqual(widths.toSorted((a, b) => a - b));
      }),
    );
  });
});
