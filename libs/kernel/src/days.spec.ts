import fc from 'fast-check';
import { addDays, dayNumber, daysBetween, FIRST_DAY, isDay, LAST_DAY, todayInRome } from './days.js';

const anyDay = fc
  .integer({ min: dayNumber(FIRST_DAY), max: dayNumber(LAST_DAY) })
  .map((number) => addDays('1970-01-01', number));

describe('a day', () => {
  it.each(['2024-02-29', '2000-02-29', '1900-01-01', '2100-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '1899-12-31',
    '2101-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '2026-01-01\n',
    '',
    20260101,
    null,
  ])('is not %p', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('stays a day whatever number of days is added', () => {
    fc.assert(fc.property(anyDay, (day) => isDay(day)));
  });

  it('comes back from the difference between two', () => {
    fc.assert(fc.property(anyDay, anyDay, (from, to) => addDays(from, daysBetween(from, to)) === to));
  });

  it('sorts as text', () => {
    fc.assert(fc.property(anyDay, anyDay, (a, b) => a < b === daysBetween(a, b) > 0));
  });
});

describe('today in Rome', () => {
  it('is the calendar day there, also around midnight and in summer', () => {
    expect(todayInRome(new Date('2026-01-31T22:59:59Z'))).toBe('2026-01-31');
    expect(todayInRome(new Date('2026-01-31T23:00:00Z'))).toBe('2026-02-01');
    expect(todayInRome(new Date('2026-07-01T21:59:59Z'))).toBe('2026-07-01');
    expect(todayInRome(new Date('2026-07-01T22:00:00Z'))).toBe('2026-07-02');
  });
});
