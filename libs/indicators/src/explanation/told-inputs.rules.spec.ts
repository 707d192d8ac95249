import fc from 'fast-check';
import { toldInputs, type KeptInputs } from './told-inputs.rules.js';

const PERSONS: KeptInputs = {
  counts: 'persons',
  suppression: 'none',
  threshold: 3,
  leftOut: { 'not-mature': 5 },
  hasFewBeside: false,
};

describe('what is told of the rows that a figure left out', () => {
  it('is how many, by reason', () => {
    expect(toldInputs(PERSONS)).toEqual({ leftOut: { 'not-mature': 5 }, leftOutWithheld: false });
  });

  it.each<[string, Partial<KeptInputs>]>([
    ['the figure is hidden', { suppression: 'complementary' }],
    ['one of the reasons holds for a few', { leftOut: { 'not-mature': 5, 'not-observed': 2 } }],
    ['another cell left out a few', { hasFewBeside: true }],
    ['nobody was left out, which would tell silence and a few apart', { leftOut: undefined }],
  ])('is nothing of persons where %s', (_why, changes) => {
    expect(toldInputs({ ...PERSONS, ...changes })).toEqual({ leftOutWithheld: true });
  });

  it('is everything of organisations', () => {
    const kept: KeptInputs = { ...PERSONS, counts: 'organisations', leftOut: { released: 1 } };
    expect(toldInputs(kept)).toEqual({ leftOut: { released: 1 }, leftOutWithheld: false });
    expect(toldInputs({ ...kept, leftOut: undefined })).toEqual({ leftOut: {}, leftOutWithheld: false });
  });

  it('is never a number of persons below the threshold', () => {
    const leftOut = fc.option(fc.dictionary(fc.constantFrom('not-mature', 'not-observed'), fc.nat(12)), {
      nil: undefined,
    });
    fc.assert(
      fc.property(leftOut, fc.constantFrom(3, 5, 10), fc.boolean(), (kept, threshold, hasFewBeside) => {
        const { leftOut: told = {} } = toldInputs({ ...PERSONS, leftOut: kept, threshold, hasFewBeside });
        expect(Object.values(told).filter((count) => count > 0 && count < threshold)).toEqual([]);
      }),
    );
  });
});
