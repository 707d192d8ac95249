import { FIRST_DAY, LAST_DAY, daysInMonth, isDay, type Day } from './days.js';

export const GRANULARITIES = ['month', 'quarter', 'half', 'year'] as const;
export type Granularity = (typeof GRANULARITIES)[number];

export const SINCE_START = 'since-start';

/** A stretch of calendar days, both ends included, under the code that clients use. */
export interface Period {
  readonly code: string;
  readonly kind: Granularity | 'since-start' | 'range';
  readonly from: Day;
  readonly to: Day;
}

const MONTHS_IN: Record<Granularity, number> = { month: 1, quarter: 3, half: 6, year: 12 };
const NAMED = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])|H([12])))?$/;

/**
 * Reads `2026-03`, `2026-Q1`, `2026-H1`, `2026`, `since-start` and `from..to`, where each end of a range is a day
 * or a named period. Undefined when it is none of these. `since-start` is open at both ends: whoever counts cuts
 * it to what is known.
 */
export function parsePeriod(code: string): Period | undefined {
  if (code === SINCE_START) return { code, kind: SINCE_START, from: FIRST_DAY, to: LAST_DAY };
  return code.includes('..') ? parseRange(code) : parseNamed(code);
}

/** The code of the month, quarter, half-year or year in which the day lies. */
export function periodOf(granularity: Granularity, day: Day): string {
  const year = day.slice(0, 4);
  const index = Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS_IN[granularity]) + 1;
  switch (granularity) {
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${year}-Q${index}`;
    case 'half':
      return `${year}-H${index}`;
    case 'year':
      return year;
  }
}

/** The granularity of a period under its name; undefined for the whole. */
export function granularityOf(code: string): Granularity | undefined {
  if (code === SINCE_START) return undefined;
  if (code.length === 4) return 'year';
  return code[5] === 'Q' ? 'quarter' : code[5] === 'H' ? 'half' : 'month';
}

/** Every period of the granularity that has a day in `from..to`, in the order of time. */
export function periodsBetween(granularity: Granularity, from: Day, to: Day): Period[] {
  const size = MONTHS_IN[granularity];
  const periods: Period[] = [];
  const last = Math.floor(monthIndex(to) / size);
  for (let index = Math.floor(monthIndex(from) / size); index <= last; index += 1) {
    const first = firstOfMonth(index * size);
    periods.push({
      code: periodOf(granularity, first),
      kind: granularity,
      from: first,
      to: lastOfMonth(index * size + size - 1),
    });
  }
  return periods;
}

function parseNamed(code: string): Period | undefined {
  const parts = NAMED.exec(code);
  if (!parts) return undefined;
  const [year, month, quarter, half] = [parts[1], parts[2], parts[3], parts[4]];
  const granularity = month ? 'month' : quarter ? 'quarter' : half ? 'half' : 'year';
  const size = MONTHS_IN[granularity];
  const first = (Number(month ?? quarter ?? half ?? 1) - 1) * size + 1;
  const from = `${year}-${String(first).padStart(2, '0')}-01`;
  if (!isDay(from)) return undefined;
  return { code, kind: granularity, from, to: lastOfMonth(monthIndex(from) + size - 1) };
}

function parseRange(code: string): Period | undefined {
  const ends = code.split('..');
  if (ends.length !== 2) return undefined;
  const from = endOfRange(ends[0] ?? '', 'from');
  const to = endOfRange(ends[1] ?? '', 'to');
  return from && to && from <= to ? { code, kind: 'range', from, to } : undefined;
}

function endOfRange(text: string, end: 'from' | 'to'): Day | undefined {
  return isDay(text) ? text : parseNamed(text)?.[end];
}

function monthIndex(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function firstOfMonth(index: number): Day {
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

function lastOfMonth(index: number): Day {
  const first = firstOfMonth(index);
  return `${first.slice(0, 8)}${daysInMonth(Math.floor(index / 12), (index % 12) + 1)}`;
}
