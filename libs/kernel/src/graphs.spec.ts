import fc from 'fast-check';
import {
  centralisation,
  concentration,
  density,
  dyadReciprocity,
  edgeReciprocity,
  graphOf,
  herfindahl,
  type Arc,
  type Graph,
} from './graphs.js';

const EXAMPLE_C = graphOf('ABCDE', [
  ['A', 'B'],
  ['B', 'A'],
  ['A', 'C'],
  ['C', 'A'],
  ['A', 'D'],
  ['D', 'B'],
]);

const NODES = ['a', 'b', 'c', 'd', 'e', 'f'];
const node = fc.constantFrom(...NODES, 'stranger');
const graph = fc
  .record({
    nodes: fc.uniqueArray(fc.constantFrom(...NODES)),
    arcs: fc.array(fc.tuple(node, node), { maxLength: 25 }),
  })
  .map(({ nodes, arcs }) => graphOf(nodes, arcs));

/** The same graph as a table of yes and no, and the measures read off it cell by cell. */
function bruteForce({ nodes, arcs }: Graph) {
  const names = [...nodes];
  const has = names.map((from) => names.map((to) => arcs.some(([a, b]) => a === from && b === to)));
  const n = names.length;
  const cells = names.flatMap((_, i) =>
    names.map((__, j) => ({ i, j, there: has[i]![j]!, back: has[j]![i]! })),
  );
  const of = (fits: (cell: (typeof cells)[number]) => boolean): number => cells.filter(fits).length;
  const m = of(({ there }) => there);
  const returned = of(({ there, back }) => there && back);
  const mutual = of(({ i, j, there, back }) => i < j && there && back);
  const connected = of(({ i, j, there, back }) => i < j && (there || back));
  const out = has.map((row) => row.filter(Boolean).length);
  const into = names.map((_, j) => has.filter((row) => row[j]).length);
  return { n, m, returned, mutual, connected, out, into };
}

const spread = (degrees: number[]): number =>
  degrees.map((each) => Math.max(...degrees) - each).reduce((sum, each) => sum + each, 0) /
  (degrees.length - 1) ** 2;

describe('the measures of a graph', () => {
  it('are those of worked example C', () => {
    expect(density(EXAMPLE_C)).toBeCloseTo(0.3, 6);
    expect(edgeReciprocity(EXAMPLE_C).value).toBeCloseTo(0.666667, 6);
    expect(dyadReciprocity(EXAMPLE_C).value).toBeCloseTo(0.5, 6);
    expect(centralisation(EXAMPLE_C, 'out')).toBeCloseTo(0.5625, 6);
    expect(centralisation(EXAMPLE_C, 'in')).toBeCloseTo(0.25, 6);
    expect(concentration(EXAMPLE_C, 'out').value).toBeCloseTo(0.333333, 6);
    expect(concentration(EXAMPLE_C, 'out').normalised).toBeCloseTo(0.166667, 6);
  });

  it('agree with the table read cell by cell', () => {
    fc.assert(
      fc.property(graph, (given) => {
        const { n, m, returned, mutual, connected, out, into } = bruteForce(given);
        expect(given.arcs).toHaveLength(m);
        expect(density(given)).toBe(n < 2 ? null : m / (n * (n - 1)));
        expect(edgeReciprocity(given)).toMatchObject({ numerator: returned, denominator: m });
        expect(dyadReciprocity(given)).toMatchObject({ numerator: mutual, denominator: connected });
        if (m === 0) {
          expect([centralisation(given, 'out'), concentration(given, 'in').value]).toEqual([null, null]);
          return;
        }
        expect(centralisation(given, 'out')).toBeCloseTo(spread(out), 12);
        expect(centralisation(given, 'in')).toBeCloseTo(spread(into), 12);
        const squares = out.map((each) => (each / m) ** 2).reduce((sum, each) => sum + each, 0);
        expect(concentration(given, 'out').value).toBeCloseTo(squares, 12);
      }),
    );
  });

  it('turn with the graph: what goes out of one comes into the other', () => {
    fc.assert(
      fc.property(graph, (given) => {
        const turned = graphOf(
          given.nodes,
          given.arcs.map(([from, to]): Arc => [to, from]),
        );
        expect(centralisation(turned, 'in')).toEqual(centralisation(given, 'out'));
        expect(edgeReciprocity(turned)).toEqual(edgeReciprocity(given));
        expect(dyadReciprocity(turned)).toEqual(dyadReciprocity(given));
      }),
    );
  });

  it('lie between nothing and all: a star is wholly central, a ring not at all', () => {
    const star = graphOf(
      NODES,
      NODES.slice(1).map((to): Arc => ['a', to]),
    );
    const ring = graphOf(
      NODES,
      NODES.map((from, index): Arc => [from, NODES[(index + 1) % NODES.length]!]),
    );
    expect([centralisation(star, 'out'), concentration(star, 'out').normalised]).toEqual([1, 1]);
    expect(centralisation(ring, 'out')).toBe(0);
    expect(concentration(ring, 'out').normalised).toBeCloseTo(0, 12);
  });
});

describe('concentration', () => {
  it('is 1/n where all give alike and 1 where one gives all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 1, max: 1000 }), (n, amount) => {
        expect(herfindahl(Array.from({ length: n }, () => amount)).value).toBeCloseTo(1 / n, 12);
        expect(herfindahl([amount, ...Array.from({ length: n - 1 }, () => 0)]).normalised).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is unknown where nothing is given', () => {
    expect(herfindahl([0, 0])).toEqual({ value: null, normalised: null });
  });
});
