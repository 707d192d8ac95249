import fc from 'fast-check';
import { temporarilyUnavailable, notFound } from '../problems/http.problems.js';
import { failureCode, isPermanent, PermanentFailure, retryDelay } from './failure.js';

const fault = (code: string): Error => Object.assign(new Error('a message that is never told'), { code });

describe('a failure of a job', () => {
  it.each([
    ['a connection that was refused', fault('ECONNREFUSED'), false],
    ['a server that shuts down', fault('57P01'), false],
    ['a deadlock', fault('40P01'), false],
    ['a lock that was waited for too long', fault('55P03'), false],
    ['a service that is away', temporarilyUnavailable(), false],
    ['whatever nobody thought of', new Error('?'), false],
    ['a value that does not fit', fault('22P02'), true],
    ['a violated constraint', fault('23514'), true],
    ['a statement that is wrong', fault('42703'), true],
    ['a thing that is not there', notFound(), true],
    ['a mistake of the program', new TypeError('?'), true],
    ['what its handler says', new PermanentFailure('unreadable-rows'), true],
  ])('by %s: is it for good?', (_, error, isForGood) => {
    expect(isPermanent(error)).toBe(isForGood);
  });

  it('is told by a code, never by its message', () => {
    const thrown = [
      fault('23514'),
      notFound(),
      new PermanentFailure('unreadable-rows'),
      new Error('Maria'),
      new Error('job stalled more than allowable limit'),
      'Maria',
    ];
    expect(thrown.map(failureCode)).toEqual([
      '23514',
      'not-found',
      'unreadable-rows',
      'Error',
      'process-died',
      'unknown',
    ]);
  });
});

describe('the time to the next attempt', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });

  it('doubles from two seconds to five minutes', () => {
    expect([1, 2, 3, 8, 9, 50].map((attempt) => retryDelay(attempt, 0))).toEqual([
      2_000, 4_000, 8_000, 256_000, 300_000, 300_000,
    ]);
  });

  it('is somewhere in the second half of that, so that not all come at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), chance, (attempt, at) => {
        const longest = retryDelay(attempt, 0);
        expect(retryDelay(attempt, at)).toBeLessThanOrEqual(longest);
        expect(retryDelay(attempt, at)).toBeGreaterThanOrEqual(Math.floor(longest / 2));
      }),
    );
    expect(new Set([0, 0.25, 0.5, 1].map((at) => retryDelay(3, at))).size).toBe(4);
  });
});
