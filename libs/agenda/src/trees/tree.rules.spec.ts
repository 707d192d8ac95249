import { faultsOfTree, repeated, toldCircle } from './tree.rules.js';

const WORDS = { nodes: 'problems', from: 'cause', to: 'effect' };
const nodes = ['a', 'b', 'c'].map((code) => ({ code }));

describe('a tree that is brought whole', () => {
  it('has no fault where each link joins two of its nodes and none closes a circle', () => {
    const arcs = [
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'c'],
    ] as const;
    expect(faultsOfTree({ nodes, arcs }, WORDS)).toEqual([]);
  });

  it('tells every fault of its nodes and links by its place', () => {
    const arcs = [
      ['a', 'x'],
      ['y', 'b'],
      ['a', 'b'],
      ['a', 'b'],
    ] as const;
    const faults = faultsOfTree({ nodes: [...nodes, { code: 'b' }], arcs }, WORDS);
    expect(faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/problems/3/code', 'duplicate-code'],
      ['/links/0/effect', 'unknown-code'],
      ['/links/1/cause', 'unknown-code'],
      ['/links/3', 'duplicate-link'],
    ]);
  });

  it('tells a circle by one of its links, and by its nodes', () => {
    const arcs = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'b'],
    ] as const;
    expect(faultsOfTree({ nodes, arcs }, WORDS)).toEqual([
      { pointer: '/links/1', code: 'circle', detail: 'The circle is b → c → b.' },
    ]);
  });

  it('does not take two links for one because their codes meet in another place', () => {
    const apart = [{ code: 'a' }, { code: 'ab' }, { code: 'bc' }, { code: 'c' }];
    const arcs = [
      ['a', 'bc'],
      ['ab', 'c'],
    ] as const;
    expect(faultsOfTree({ nodes: apart, arcs }, WORDS)).toEqual([]);
  });
});

describe('what is repeated', () => {
  it('is told by the places after the first; nothing said is nothing repeated', () => {
    expect(repeated(['x', undefined, 'y', 'x', undefined, 'x'])).toEqual([3, 5]);
  });
});

describe('a circle', () => {
  it('is told from its start back to it', () => {
    expect(toldCircle(['P1', 'P2', 'P1'])).toBe('The circle is P1 → P2 → P1.');
  });
});
