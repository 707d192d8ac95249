import fc from 'fast-check';
import { addressesOf, cellCount, faultsOfDimensions, type Dimension } from './grid.rules.js';

const dimension = (code: string, ...entries: string[]): Dimension => ({
  code,
  entries: entries.map((entry) => ({ code: entry })),
});

const dimensions = fc.array(
  fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 5 })
    .map((codes) => dimension('d', ...codes)),
  { minLength: 1, maxLength: 4 },
);

describe('the cells of a grid', () => {
  it('are one for each combination, the last dimension changing first', () => {
    expect(addressesOf([dimension('a', 'x', 'y'), dimension('b', '1', '2', '3')])).toEqual(
      'x/1 x/2 x/3 y/1 y/2 y/3'.split(' '),
    );
  });

  it('are as many as the product says, each at an address of its own', () => {
    fc.assert(
      fc.property(dimensions, (made) => {
        const addresses = addressesOf(made);
        expect(addresses).toHaveLength(cellCount(made));
        expect(new Set(addresses).size).toBe(addresses.length);
      }),
    );
  });
});

describe('the dimensions of a grid', () => {
  const faults = (...made: Dimension[]) =>
    faultsOfDimensions(made).map(({ pointer, code }) => `${pointer} ${code}`);

  it('are in order when no code stands there twice', () => {
    expect(faults(dimension('a', 'x', 'y'), dimension('b', 'x'))).toEqual([]);
    expect(faults(dimension('a', 'x', 'x'))).toEqual(['/dimensions/0/entries/1/code duplicate-item']);
    expect(faults(dimension('a', 'x'), dimension('a', 'y'))).toEqual(['/dimensions/1/code duplicate-item']);
  });

  it('make no more cells than can be looked over', () => {
    const wide = dimension('a', ...Array.from({ length: 71 }, (_, index) => `e${index}`));
    expect(faults(wide, { ...wide, code: 'b' })).toEqual(['/dimensions too-many-cells']);
  });
});
