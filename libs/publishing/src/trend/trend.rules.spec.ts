import fc from 'fast-check';
import { outlookOf, type Seen } from './trend.rules.js';

const QUARTERS = ['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'];
const question = { granularity: 'quarter', unit: 'ratio', last: 12, ahead: 2 } as const;

const series = (values: readonly (number | null)[], more: Partial<Seen> = {}): Seen[] =>
  values.map((value, index) => ({
    period: QUARTERS[index] ?? '',
    value,
    asOf: '2025-12-31',
    basis: '1',
    ...more,
  }));

describe('the outlook of an indicator', () => {
  /** Worked by hand: x̄ 2, ȳ 0.4, slope 0.06; at x = 5: 0.58 ± 3.182446 × 0.0894427 × √2.1 = ± 0.412492. */
  const worked = outlookOf(series([0.2, 0.4, 0.5, 0.4, 0.5]), question);

  it('tells how it went, and what may follow', () => {
    expect(worked.trend).toMatchObject({
      n: 5,
      from: '2024-Q1',
      to: '2025-Q1',
      change: expect.closeTo(0.3, 9),
      changePerPeriod: expect.closeTo(0.06, 9),
      course: 'steady',
    });
    expect(worked.forecast?.[0]).toEqual({
      period: '2025-Q2',
      value: expect.closeTo(0.58, 9),
      low: expect.closeTo(0.58 - 0.412492, 5),
      high: expect.closeTo(0.58 + 0.412492, 5),
      forecast: true,
    });
    expect(worked.forecast?.map(({ period }) => period)).toEqual(['2025-Q2', '2025-Q3']);
  });

  it('is rising or falling only where there is no doubt', () => {
    expect(outlookOf(series([0.1, 0.21, 0.29, 0.4]), question).trend?.course).toBe('rising');
    expect(outlookOf(series([0.4, 0.29, 0.21, 0.1]), question).trend?.course).toBe('falling');
    expect(outlookOf(series([0.4, 0.1, 0.5, 0.2]), question).trend?.course).toBe('steady');
  });

  it('has no trend of fewer than three values, and no forecast of fewer than five', () => {
    expect(outlookOf(series([0.1, 0.2]), question)).toEqual({ used: [] });
    expect(outlookOf(series([0.1, 0.2, 0.3, 0.4]), question)).not.toHaveProperty('forecast');
    expect(outlookOf([], question)).toEqual({ used: [] });
  });

  it('leaves out a period that is not over', () => {
    const running = series([0.1, 0.2, 0.3, 0.9]).map((each, index) =>
      index === 3 ? { ...each, asOf: '2024-11-15' } : each,
    );
    expect(outlookOf(running, question).used).toEqual(['2024-Q1', '2024-Q2', '2024-Q3']);
  });

  it('compares only what was measured like the newest', () => {
    const changed = series([0.9, 0.8, 0.1, 0.2, 0.3]).map((each, index) => ({
      ...each,
      basis: index < 2 ? 'before' : 'since',
    }));
    expect(outlookOf(changed, question)).toMatchObject({ used: QUARTERS.slice(2, 5), trend: { n: 3 } });
  });

  it('keeps its place in time where a value is missing', () => {
    expect(outlookOf(series([0.1, null, 0.3, 0.4]), question).trend?.changePerPeriod).toBeCloseTo(0.1, 9);
  });

  it('never expects more than all, nor less than nothing', () => {
    const { forecast = [] } = outlookOf(series([0.5, 0.7, 0.72, 0.9, 0.99, 0.98]), question);
    for (const { value, low, high } of forecast) {
      expect([low, value, high].every((each) => each >= 0 && each <= 1)).toBe(true);
    }
  });

  it('looks back as far as it is told', () => {
    const { used } = outlookOf(series([1, 2, 3, 4, 5, 6]), { ...question, unit: 'person', last: 4 });
    expect(used).toEqual(QUARTERS.slice(2, 6));
  });

  const values = fc.array(fc.option(fc.integer({ min: 0, max: 500 })), { minLength: 1, maxLength: 8 });

  it('is the same whatever hides behind what is not shown', () => {
    fc.assert(
      fc.property(values, (given) => {
        const shown = given.filter((value) => value !== null).length;
        const counts = { ...question, unit: 'person' };
        const all = outlookOf(series(given), counts);
        const without = outlookOf(
          series(given).filter(({ value }, index) => value !== null || index === 0),
          counts,
        );
        expect(without.trend).toEqual(all.trend);
        expect(all.used.length).toBe(shown >= 3 ? shown : 0);
        for (const { low, value, high } of all.forecast ?? []) {
          expect(low).toBeLessThanOrEqual(value);
          expect(value).toBeLessThanOrEqual(high);
        }
      }),
    );
  });
});
