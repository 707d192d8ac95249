import type { Measure } from '../../definition/definition.js';
import { count, sum, type Measuring } from '../measuring.js';

/** The gain share Σ(last − first) ÷ Σ(best − first), beside who went up, stayed and went down. */
export const progression: Measuring<Extract<Measure, { kind: 'progression' }>> = {
  columns: () => ['change', 'room'],
  aggregates: (_measure, rows) => [
    count(rows),
    count(rows, 'change > 0'),
    count(rows, 'change < 0'),
    sum(rows, 'change'),
    sum(rows, 'room'),
  ],
  finish: (_measure, { counts: [n = 0, improved = 0, declined = 0, gained = 0, room = 0] }, { unit }) => {
    const counts = { n, improved, stable: n - improved - declined, declined };
    if (n === 0) return { unit, numbers: { value: null, ...counts }, missing: 'no-cases' };
    const numbers = { ...counts, meanChange: gained / n, gained, room };
    // Who began at the best point had nothing to gain.
    if (room === 0) return { unit, numbers: { value: null, ...numbers }, missing: 'not-observed' };
    return { unit, numbers: { value: gained / room, ...numbers } };
  },
};
