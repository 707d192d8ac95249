import {
  centralisation,
  concentration,
  density,
  dyadReciprocity,
  edgeReciprocity,
  graphOf,
  type Arc,
  type Graph,
} from '#kernel';
import type { GraphMeasure, Measure } from '../../definition/definition.js';
import { list, type Measuring } from '../measuring.rules.js';
import { known, type Numbers } from '../numbers.rules.js';
import type { ListItem } from '../tally.rules.js';

type NodeOrArc = readonly string[];

/** The graph that stands, from its nodes `a` and arcs `a>b`. */
function graphFrom(items: readonly ListItem[]): Graph {
  const parts = items.map((item): NodeOrArc => String(item).split('>'));
  const nodes = parts.filter((part) => part.length === 1).map(([node = '']) => node);
  const arcs = parts.filter((part) => part.length === 2).map(([from = '', to = '']): Arc => [from, to]);
  return graphOf(nodes, arcs);
}

function measured(measure: GraphMeasure, graph: Graph): Partial<Numbers> & Pick<Numbers, 'value'> {
  switch (measure.of) {
    case 'density':
      return { value: graph.arcs.length === 0 ? null : density(graph) };
    case 'reciprocity':
      return measure.by === 'edge' ? edgeReciprocity(graph) : dyadReciprocity(graph);
    case 'centralisation':
      return { value: centralisation(graph, measure.direction) };
    case 'concentration': {
      const { value, normalised } = concentration(graph, measure.direction);
      return { value, ...known({ normalised }) };
    }
  }
}

export const graph: Measuring<Extract<Measure, { kind: 'graph' }>> = {
  columns: () => ['item'],
  aggregates: (_measure, rows) => [
    list(rows, 'item'),
    ...(rows.until === undefined ? [] : [list({ ...rows, on: rows.until }, 'item')]),
  ],
  finish: (measure, { lists: [items = []] }, { unit }) => {
    const standing = graphFrom(items);
    const size = { nodes: standing.nodes.size, arcs: standing.arcs.length };
    const { value, ...others } = measured(measure, standing);
    const numbers: Numbers = { value, ...others, ...size };
    return value === null ? { unit, numbers, missing: 'no-cases' } : { unit, numbers };
  },
};
