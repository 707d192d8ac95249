/** Who promises to whom. Each pair stands once; nobody promises to itself. */
export type Arc = readonly [from: string, to: string];

export interface Graph {
  readonly nodes: ReadonlySet<string>;
  readonly arcs: readonly Arc[];
}

/** The graph over these nodes: repeated arcs, arcs to oneself and arcs of others are left out. */
export function graphOf(nodes: Iterable<string>, arcs: Iterable<Arc>): Graph {
  const known = new Set(nodes);
  const distinct = new Map<string, Arc>();
  for (const arc of arcs) {
    const [from, to] = arc;
    if (from !== to && known.has(from) && known.has(to)) distinct.set(keyOf(from, to), arc);
  }
  return { nodes: known, arcs: [...distinct.values()] };
}

/** Arcs there are, of those that could be: m / (n(n − 1)). Null where there can be none. */
export function density({ nodes, arcs }: Graph): number | null {
  const n = nodes.size;
  return n < 2 ? null : arcs.length / (n * (n - 1));
}

/** A share with what it is made of; the value is null where there is nothing to take a share of. */
export interface Share {
  readonly value: number | null;
  readonly numerator: number;
  readonly denominator: number;
}

/** Arcs that are returned, of all arcs. */
export function edgeReciprocity({ arcs }: Graph): Share {
  const known = new Set(arcs.map(([from, to]) => keyOf(from, to)));
  return share(arcs.filter(([from, to]) => known.has(keyOf(to, from))).length, arcs.length);
}

/** Pairs that promise to each other, of all pairs of which one promises to the other. */
export function dyadReciprocity(graph: Graph): Share {
  const { numerator: returned, denominator: all } = edgeReciprocity(graph);
  return share(returned / 2, all - returned / 2);
}

export type Direction = 'out' | 'in';

/**
 * How much the arcs stand around one node: Σ(max c − c_v) / (n − 1)² over the degrees; 1 for a star, 0 where all are
 * alike. Null where there is no arc.
 */
export function centralisation(graph: Graph, direction: Direction): number | null {
  const n = graph.nodes.size;
  if (graph.arcs.length === 0 || n < 2) return null;
  const degrees = degreesOf(graph, direction);
  const most = Math.max(...degrees);
  return degrees.reduce((sum, each) => sum + most - each, 0) / (n - 1) ** 2;
}

export interface Concentration {
  readonly value: number | null;
  /** 0 where all give alike, 1 where one gives all, however many there are. */
  readonly normalised: number | null;
}

/** Herfindahl–Hirschman: the sum of squared shares of the arcs that each node has. */
export function concentration(graph: Graph, direction: Direction): Concentration {
  return herfindahl(degreesOf(graph, direction));
}

/** Σ s², and what of it is left between 1/n and 1. */
export function herfindahl(amounts: readonly number[]): Concentration {
  const total = amounts.reduce((sum, each) => sum + each, 0);
  const n = amounts.length;
  if (total === 0) return { value: null, normalised: null };
  const value = amounts.reduce((sum, each) => sum + (each / total) ** 2, 0);
  return { value, normalised: n < 2 ? null : (value - 1 / n) / (1 - 1 / n) };
}

function degreesOf({ nodes, arcs }: Graph, direction: Direction): number[] {
  const degrees = new Map([...nodes].map((node) => [node, 0]));
  for (const [from, to] of arcs) {
    const node = direction === 'out' ? from : to;
    degrees.set(node, (degrees.get(node) ?? 0) + 1);
  }
  return [...degrees.values()];
}

const keyOf = (from: string, to: string): string => JSON.stringify([from, to]);

const share = (numerator: number, denominator: number): Share => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
});
