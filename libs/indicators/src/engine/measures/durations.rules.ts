import { retentionAt, survivalTable, timeToEvent, type DurationCount } from '#kernel';
import type { Measure } from '../../definition/definition.js';
import { AS_OF, count, list, type Measuring } from '../measuring.rules.js';
import { known, type Numbers } from '../numbers.rules.js';
import type { ListItem } from '../tally.rules.js';

type Of<K extends Measure['kind']> = Extract<Measure, { kind: K }>;

/** A duration and whether it ended, in one whole number: twice the days, and one more when it ended. */
const durationSql = (days: string, ended: string): string => `2 * (${days}) + (${ended})::int`;

const durations = (items: readonly ListItem[]): DurationCount[] =>
  items.map((item) => {
    const ended = Number(item) % 2;
    return { time: (Number(item) - ended) / 2, ended, censored: 1 - ended };
  });

export const retention: Measuring<Of<'retention'>> = {
  columns: () => ['started_on', 'last_day', 'cutoff', 'ended'],
  aggregates: ({ days }, rows) => {
    const mature = `cutoff - started_on >= ${days}`;
    return [
      list(rows, durationSql('last_day - started_on + 1', 'ended')),
      count(rows, mature),
      count(rows, mature, `last_day - started_on + 1 >= ${days}`),
    ];
  },
  finish: ({ days }, { counts: [mature = 0, lasted = 0], lists: [items = []] }, { unit }) => {
    const { value, atRisk, n, ended, median, standardError, ci95 } = retentionAt(
      survivalTable(durations(items)),
      days,
    );
    const numbers: Numbers = {
      value,
      ...(mature > 0 && { numerator: lasted, denominator: mature }),
      n,
      atRisk,
      ended,
      ...known({ median, standardError, ci95 }),
    };
    if (value !== null) return { unit, numbers };
    return { unit, numbers, missing: n === 0 ? 'no-cases' : 'not-observed' };
  },
};

/** What has not happened by the as-of day is watched up to it. */
export const time: Measuring<Of<'time'>> = {
  columns: ({ until }) => [until],
  aggregates: ({ until }, rows) => [
    list(
      rows,
      durationSql(`least(${until}, ${AS_OF}) - ${rows.on}`, `coalesce(${until} <= ${AS_OF}, false)`),
    ),
  ],
  finish: (_measure, { lists: [items = []] }, { unit }) => {
    const { n, ended, median, lowerQuartile, upperQuartile } = timeToEvent(survivalTable(durations(items)));
    const numbers: Numbers = {
      value: median,
      n,
      // Everybody is watched from the first day on.
      atRisk: n,
      ended,
      ...known({ lowerQuartile, median, upperQuartile }),
    };
    if (median !== null) return { unit, numbers };
    return { unit, numbers, missing: n === 0 ? 'no-cases' : 'not-observed' };
  },
};
