import fc from 'fast-check';
import { circleIn, pathBetween } from './paths.js';
import type { Arc } from './graphs.js';

const NODES = ['a', 'b', 'c', 'd', 'e', 'f'];
const node = fc.constantFrom(...NODES);
const arcs = fc.array(fc.tuple(node, node), { maxLength: 14 });

/** Which nodes reach which, by closing the relation over one node after the other (Warshall). */
function closureOf(given: readonly Arc[]): Set<string> {
  const reached = new Set(given.map(([from, to]) => from + to));
  for (const via of NODES) for (const from of NODES) if (reached.has(from + via)) extend(reached, from, via);
  return reached;
}

const extend = (reached: Set<string>, from: string, via: string): void =>
  NODES.filter((to) => reached.has(via + to)).forEach((to) => reached.add(from + to));

const isWalk = (given: readonly Arc[], way: readonly string[]): boolean =>
  way.slice(1).every((to, index) => given.some(([from, next]) => from === way[index] && next === to));

describe('a path', () => {
  it('is the shortest one', () => {
    const given: Arc[] = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'd'],
      ['a', 'c'],
    ];
    expect(pathBetween(given, 'a', 'd')).toEqual(['a', 'c', 'd']);
    expect(pathBetween(given, 'd', 'a')).toBeUndefined();
    expect(pathBetween(given, 'a', 'a')).toEqual(['a']);
  });

  it('is found exactly where one node reaches the other', () => {
    fc.assert(
      fc.property(arcs, node, node, (given, from, to) => {
        const way = pathBetween(given, from, to);
        expect(way !== undefined).toBe(from === to || closureOf(given).has(from + to));
        expect(way === undefined || isWalk(given, way)).toBe(true);
      }),
    );
  });
});

describe('a circle', () => {
  it('is told with an arc on it', () => {
    const found = circleIn([
      ['x', 'a'],
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'z'],
    ]);
    expect(found).toEqual({ place: 1, circle: ['a', 'b', 'c', 'a'] });
  });

  it('may be a node that leads to itself', () => {
    expect(circleIn([['a', 'a']])).toEqual({ place: 0, circle: ['a', 'a'] });
  });

  it('is found exactly where a node reaches itself', () => {
    fc.assert(
      fc.property(arcs, (given) => {
        const found = circleIn(given);
        const closure = closureOf(given);
        expect(found !== undefined).toBe(NODES.some((each) => closure.has(each + each)));
        expect(found === undefined || isWalk(given, found.circle)).toBe(true);
      }),
    );
  });
});
