import type { Measure } from '../../definition/definition.js';
import { count, sum, type Measuring } from '../measuring.rules.js';
import { firstRows, participantsIn } from './counts.rules.js';

/** Points have up to four digits after the comma: they are added up as whole numbers. */
const DIGITS = 10_000;

/** The gain share Σ(last − first) ÷ Σ(best − first), beside who went up by a point or more, stayed and went down. */
export const progression: Measuring<Extract<Measure, { kind: 'progression' }>> = {
  columns: () => ['change', 'room', 'first_in'],
  aggregates: (_measure, rows) => [
    count(rows),
    count(rows, 'change >= 1'),
    count(rows, 'change <= -1'),
    sum(rows, `change * ${DIGITS}`),
    sum(rows, `room * ${DIGITS}`),
    ...firstRows(rows),
  ],
  finish: (_measure, { counts: all }, { unit, granularity }) => {
    const [n = 0, improved = 0, declined = 0, gained = 0, room = 0, ...first] = all;
    const stable = n - improved - declined;
    const counts = { n, participants: participantsIn(first, granularity), improved, stable, declined };
    if (n === 0) return { unit, numbers: { value: null, ...counts }, missing: 'no-cases' };
    const points = { numerator: gained / DIGITS, denominator: room / DIGITS };
    const numbers = { ...points, ...counts, meanChange: points.numerator / n };
    // Who began at the best point had nothing to gain.
    if (room === 0) return { unit, numbers: { value: null, ...numbers }, missing: 'not-observed' };
    return { unit, numbers: { value: gained / room, ...numbers } };
  },
};
