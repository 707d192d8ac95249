import {
  addDays,
  linearTrend,
  parsePeriod,
  periodsBetween,
  type Granularity,
  type LinearTrend,
} from '#kernel';

/** A figure of one period, as it may be seen. */
export interface Seen {
  readonly period: string;
  /** Null where it is suppressed, or there is none. */
  readonly value: number | null;
  /** The last day that was known when it was computed. */
  readonly asOf: string;
  /** What was measured with another definition, unit or settings has another basis, and is not compared. */
  readonly basis: string;
}

export type Course = 'rising' | 'falling' | 'steady';

export interface Trend {
  readonly method: 'linear-least-squares';
  readonly n: number;
  readonly from: string;
  readonly to: string;
  /** Last value − first value. */
  readonly change: number;
  readonly changePerPeriod: number;
  readonly changePerPeriod95: readonly [number, number];
  readonly course: Course;
}

export interface Expected {
  readonly period: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly forecast: true;
}

export interface Outlook {
  /** The periods that the trend rests on. */
  readonly used: readonly string[];
  readonly trend?: Trend;
  readonly forecast?: readonly Expected[];
}

interface Question {
  readonly granularity: Granularity;
  readonly unit: string;
  /** How many values it looks back at, at most. */
  readonly last: number;
  /** How many periods it looks ahead. */
  readonly ahead: number;
}

/** Below this an interval says little more than that nobody knows. */
const FEWEST_FOR_FORECAST = 5;

interface Used {
  readonly at: number;
  readonly period: string;
  readonly value: number;
}

/**
 * The trend of what is published, and what may follow from it. Only whole periods are used that have a value which may
 * be seen and that were measured like the newest one. So whatever comes out, anybody could compute it from the
 * published figures: a suppressed value has no part in it.
 */
export function outlookOf(seen: readonly Seen[], question: Question): Outlook {
  const used = comparable(seen, question);
  const [first, last] = [used[0], used.at(-1)];
  const line = linearTrend(used);
  if (line === undefined || first === undefined || last === undefined) return { used: [] };
  return {
    used: used.map(({ period }) => period),
    trend: {
      method: 'linear-least-squares',
      n: line.n,
      from: first.period,
      to: last.period,
      change: last.value - first.value,
      changePerPeriod: line.slope,
      changePerPeriod95: line.slopeInterval,
      course: courseOf(line),
    },
    ...(used.length >= FEWEST_FOR_FORECAST && { forecast: forecastOf(line, used, last, question) }),
  };
}

function comparable(seen: readonly Seen[], { granularity, last }: Question): Used[] {
  const days = seen.flatMap(({ period }) => parsePeriod(period)?.from ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (from === undefined || to === undefined) return [];
  const byPeriod = new Map(seen.map((each) => [each.period, each]));
  const whole = periodsBetween(granularity, from, to).flatMap(({ code, to: end }, at) => {
    const figure = byPeriod.get(code);
    if (figure === undefined || figure.value === null || figure.asOf < end) return [];
    return [{ at, period: code, value: figure.value, basis: figure.basis }];
  });
  const basis = whole.at(-1)?.basis;
  return whole.filter((each) => each.basis === basis).slice(-last);
}

/** Steady, unless the interval of the slope leaves no doubt about its sign. */
function courseOf({ slopeInterval: [low, high] }: LinearTrend): Course {
  if (low > 0) return 'rising';
  return high < 0 ? 'falling' : 'steady';
}

function forecastOf(
  line: LinearTrend,
  used: readonly Used[],
  last: Used,
  { granularity, unit, ahead }: Question,
): Expected[] {
  const within = boundsOf(used, unit);
  return following(granularity, last.period, ahead).map((period, index) => {
    const { value, interval } = line.at(last.at + index + 1);
    const [low, high] = interval;
    return { period, value: within(value), low: within(low), high: within(high), forecast: true };
  });
}

/** A share stays from 0 to 1, and what was never below zero is not expected there. */
function boundsOf(used: readonly Used[], unit: string): (value: number) => number {
  const least = used.every(({ value }) => value >= 0) ? 0 : -Infinity;
  const most = unit === 'ratio' && used.every(({ value }) => value <= 1) ? 1 : Infinity;
  return (value) => Math.min(Math.max(value, least), most);
}

function following(granularity: Granularity, period: string, count: number): string[] {
  const codes: string[] = [];
  for (let end = parsePeriod(period)?.to; end !== undefined && codes.length < count;) {
    const next = periodsBetween(granularity, addDays(end, 1), addDays(end, 1))[0];
    if (next === undefined) break;
    codes.push(next.code);
    end = next.to;
  }
  return codes;
}
