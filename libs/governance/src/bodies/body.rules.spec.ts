import fc from 'fast-check';
import { addDays } from '#kernel';
import { covers, overlap, type Span } from './body.rules.js';

const day = (number: number): string => addDays('2026-01-01', number);
const anySpan = fc.tuple(fc.nat(60), fc.option(fc.nat(30))).map(([from, length]): Span => ({
  startsOn: day(from),
  endsOn: length === null ? null : day(from + length),
}));

describe('two times', () => {
  it('overlap when they have a day in common', () => {
    fc.assert(
      fc.property(anySpan, anySpan, (one, other) => {
        const days = Array.from({ length: 100 }, (_, number) => day(number));
        expect(overlap(one, other)).toBe(days.some((each) => covers(one, each) && covers(other, each)));
        expect(overlap(one, other)).toBe(overlap(other, one));
      }),
    );
  });

  it('may follow each other from one day to the next', () => {
    const first = { startsOn: '2026-01-01', endsOn: '2026-06-30' };
    expect(overlap(first, { startsOn: '2026-07-01', endsOn: null })).toBe(false);
    expect(overlap(first, { startsOn: '2026-06-30', endsOn: null })).toBe(true);
  });
});
