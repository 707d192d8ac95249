import fc from 'fast-check';
import { addDays, dayNumber, FIRST_DAY, LAST_DAY } from './days.js';
import { GRANULARITIES, parsePeriod, periodOf, periodsBetween } from './periods.js';

const anyDay = fc
  .integer({ min: dayNumber(FIRST_DAY), max: dayNumber(LAST_DAY) })
  .map((number) => addDays('1970-01-01', number));

describe('a period', () => {
  it.each([
    ['2026-03', '2026-03-01', '2026-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-H2', '2026-07-01', '2026-12-31'],
    ['2026', '2026-01-01', '2026-12-31'],
    ['since-start', FIRST_DAY, LAST_DAY],
    ['2026-01-15..2026-02-03', '2026-01-15', '2026-02-03'],
    ['2025-Q4..2026-02', '2025-10-01', '2026-02-28'],
  ])('%s goes from %s to %s', (code, from, to) => {
    expect(parsePeriod(code)).toMatchObject({ code, from, to });
  });

  it.each([
    '',
    '26',
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-H3',
    '2026-1',
    '2026-01-01',
    '1899',
    '2101-01',
    'x..y',
  ])('is not %p', (code) => {
    expect(parsePeriod(code)).toBeUndefined();
  });

  it('has its ends in the order of time', () => {
    expect(parsePeriod('2026-02..2026-01')).toBeUndefined();
    expect(parsePeriod('2026-01..2026-02..2026-03')).toBeUndefined();
  });
});

describe('the periods of a granularity', () => {
  it('lists those that have a day in the range', () => {
    const codes = periodsBetween('quarter', '2025-12-31', '2026-04-01').map((period) => period.code);
    expect(codes).toEqual(['2025-Q4', '2026-Q1', '2026-Q2']);
  });

  it('follows one another without a gap and read back as themselves', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GRANULARITIES), anyDay, fc.nat(1200), (granularity, from, days) => {
        const to = addDays(from, days) > LAST_DAY ? LAST_DAY : addDays(from, days);
        const periods = periodsBetween(granularity, from, to);
        periods.forEach((period, index) => {
          expect(parsePeriod(period.code)).toEqual(period);
          if (index > 0) expect(addDays(periods[index - 1]?.to ?? '', 1)).toBe(period.from);
        });
        expect(periods[0]?.code).toBe(periodOf(granularity, from));
        expect(periods.at(-1)?.code).toBe(periodOf(granularity, to));
      }),
    );
  });

  it('is empty when the range is', () => {
    expect(periodsBetween('month', '2026-02-01', '2026-01-01')).toEqual([]);
  });
});
