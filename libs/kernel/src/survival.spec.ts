import fc from 'fast-check';
import { daysBetween } from './days.js';
import { retentionAt, survivalTable, timeToEvent, type DurationCount } from './survival.js';

const CUTOFF = '2025-12-31';
/** Worked example A: starts and ends (inclusive) of ten jobs; null is open at the cutoff. */
const JOBS: [string, string | null][] = [
  ['2025-01-01', '2025-02-14'],
  ['2025-01-15', '2025-07-13'],
  ['2025-02-01', null],
  ['2025-03-01', '2025-05-29'],
  ['2025-04-01', null],
  ['2025-06-01', '2025-08-29'],
  ['2025-07-01', null],
  ['2025-09-01', '2025-10-31'],
  ['2025-10-15', null],
  ['2025-12-01', null],
];
const EXAMPLE_A: DurationCount[] = JOBS.map(([start, end]) => ({
  time: daysBetween(start, end ?? CUTOFF) + 1,
  ended: end ? 1 : 0,
  censored: end ? 0 : 1,
}));

const durations = fc.array(
  fc.record({ time: fc.integer({ min: 1, max: 40 }), ended: fc.nat(3), censored: fc.nat(3) }),
  {
    maxLength: 15,
  },
);

/** P(T ≥ k) person by person, as the textbook writes it. */
function bruteForce(counts: DurationCount[], k: number): number | null {
  const people = counts.flatMap(({ time, ended, censored }) => [
    ...Array.from({ length: ended }, () => ({ time, event: true })),
    ...Array.from({ length: censored }, () => ({ time, event: false })),
  ]);
  const longest = Math.max(...people.map((each) => each.time));
  if (people.length === 0) return null;
  if (k > longest && people.some((each) => each.time === longest && !each.event)) return null;
  let share = 1;
  for (let t = 1; t < k; t += 1) {
    const left = people.filter((each) => each.time === t && each.event).length;
    const atRisk = people.filter((each) => each.time >= t).length;
    if (left > 0) share *= 1 - left / atRisk;
  }
  return share;
}

describe('the survival table of example A', () => {
  it('has the risk sets, survival and Greenwood sums of the book', () => {
    const rows = survivalTable(EXAMPLE_A).map((step) => [
      step.time,
      step.atRisk,
      step.ended,
      step.censored,
      Number(step.survival.toFixed(6)),
      Number(step.greenwood.toFixed(6)),
    ]);
    expect(rows.slice(0, 6)).toEqual([
      [31, 10, 0, 1, 1, 0],
      [45, 9, 1, 0, 0.888889, 0.013889],
      [61, 8, 1, 0, 0.777778, 0.031746],
      [78, 7, 0, 1, 0.777778, 0.031746],
      [90, 6, 2, 0, 0.518519, 0.115079],
      [180, 4, 1, 0, 0.388889, 0.198413],
    ]);
  });

  it('gives retention at 90 days, where those who end at exactly 90 are kept', () => {
    const at90 = retentionAt(survivalTable(EXAMPLE_A), 90);
    expect(at90.value).toBeCloseTo(0.777778, 6);
    expect(at90.standardError).toBeCloseTo(0.13858, 6);
    expect(at90.ci95?.[0]).toBeCloseTo(0.364751, 6);
    expect(at90.ci95?.[1]).toBeCloseTo(0.939296, 6);
    expect(at90).toMatchObject({ atRisk: 6, n: 10, ended: 5, censored: 5, median: 180 });
  });

  it('gives retention at 180 days', () => {
    const at180 = retentionAt(survivalTable(EXAMPLE_A), 180);
    expect(at180.value).toBeCloseTo(0.518519, 6);
    expect(at180.standardError).toBeCloseTo(0.175899, 6);
    expect(at180.ci95?.[0]).toBeCloseTo(0.164067, 6);
    expect(at180.ci95?.[1]).toBeCloseTo(0.787689, 6);
    expect(at180.atRisk).toBe(4);
  });

  it('is null at 365 days: the longest observation is a censored one', () => {
    expect(retentionAt(survivalTable(EXAMPLE_A), 365)).toMatchObject({
      value: null,
      standardError: null,
      ci95: null,
      atRisk: 0,
      median: 180,
    });
  });
});

describe('retention at k', () => {
  it('equals the product taken person by person', () => {
    fc.assert(
      fc.property(durations, fc.integer({ min: 1, max: 45 }), (counts, k) => {
        const expected = bruteForce(counts, k);
        const { value } = retentionAt(survivalTable(counts), k);
        if (expected === null) expect(value).toBeNull();
        else expect(value).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('never rises with k and lies within its interval', () => {
    fc.assert(
      fc.property(durations, fc.integer({ min: 1, max: 45 }), (counts, k) => {
        const table = survivalTable(counts);
        const now = retentionAt(table, k);
        const later = retentionAt(table, k + 1).value;
        if (now.value !== null && later !== null) expect(later).toBeLessThanOrEqual(now.value);
        if (now.ci95 && now.value !== null) {
          expect(now.ci95[0]).toBeLessThanOrEqual(now.value);
          expect(now.ci95[1]).toBeGreaterThanOrEqual(now.value);
        }
      }),
    );
  });

  it('does not depend on how the counts are cut and ordered', () => {
    fc.assert(
      fc.property(durations, (counts) => {
        const cut = counts.flatMap((each) => [
          { ...each, censored: 0 },
          { ...each, ended: 0 },
        ]);
        expect(survivalTable(cut.reverse())).toEqual(survivalTable(counts));
      }),
    );
  });

  it('is the plain share where nothing is censored', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 35 }),
        (times, k) => {
          const table = survivalTable(times.map((time) => ({ time, ended: 1, censored: 0 })));
          expect(retentionAt(table, k).value).toBeCloseTo(
            times.filter((time) => time >= k).length / times.length,
            10,
          );
        },
      ),
    );
  });

  it('is certain while nobody has left and has no interval once nobody is left', () => {
    const table = survivalTable([{ time: 10, ended: 4, censored: 0 }]);
    expect(retentionAt(table, 10)).toMatchObject({ value: 1, standardError: 0, ci95: [1, 1], median: 10 });
    expect(retentionAt(table, 11)).toMatchObject({ value: 0, standardError: null, ci95: null });
  });

  it('is null where nobody was observed', () => {
    expect(retentionAt(survivalTable([]), 90)).toMatchObject({ value: null, n: 0, atRisk: 0, median: null });
  });
});

describe('the time to an event', () => {
  it('has as quartiles the first times after which at most so many are left', () => {
    fc.assert(
      fc.property(durations, (counts) => {
        const times = timeToEvent(survivalTable(counts));
        const observed = [...new Set(counts.filter((each) => each.ended > 0).map((each) => each.time))];
        observed.sort((a, b) => a - b);
        const first = (share: number): number | null =>
          observed.find((time) => {
            const people = counts.reduce((sum, each) => sum + each.ended + each.censored, 0);
            return people > 0 && stepwise(counts, time) <= share + 1e-12;
          }) ?? null;
        expect(times.lowerQuartile).toBe(first(0.75));
        expect(times.median).toBe(first(0.5));
        expect(times.upperQuartile).toBe(first(0.25));
      }),
    );
  });

  it('of example A has its median at 180 days and no upper quartile', () => {
    expect(timeToEvent(survivalTable(EXAMPLE_A))).toEqual({
      lowerQuartile: 90,
      median: 180,
      upperQuartile: null,
      n: 10,
      ended: 5,
      censored: 5,
    });
  });
});

/** The product over the times up to and with t, whoever is still watched after it. */
function stepwise(counts: DurationCount[], t: number): number {
  const people = counts.flatMap(({ time, ended, censored }) => [
    ...Array.from({ length: ended }, () => ({ time, event: true })),
    ...Array.from({ length: censored }, () => ({ time, event: false })),
  ]);
  let left = 1;
  for (let at = 1; at <= t; at += 1) {
    const events = people.filter((each) => each.time === at && each.event).length;
    if (events > 0) left *= 1 - events / people.filter((each) => each.time >= at).length;
  }
  return left;
}
