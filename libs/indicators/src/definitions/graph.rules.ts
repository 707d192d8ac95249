import type { ExpectedNumbers, GraphMeasure, IndicatorDefinition, Labels } from '../definition/definition.js';

interface GraphIndicator {
  readonly code: string;
  readonly label: Labels;
  readonly rule: Labels;
  readonly formula: string;
  readonly direction: IndicatorDefinition['direction'];
  readonly measure: GraphMeasure;
  /** Of the five members and six promises of the example. */
  readonly expected: ExpectedNumbers;
}

const SCOPE: Labels = {
  it: ' Il grafo va da chi promette a chi riceve: membri firmatari alla fine del periodo, impegni presi e non svincolati che siano cominciati. Quelli verso il patto nel suo insieme non sono archi.',
  en: ' The graph goes from promisor to beneficiary: members signed at the end of the period, commitments agreed and not released that have begun. Those made to the pact as a whole are no arcs.',
};

/** What is measured of the graph of commitments: the indicators differ in nothing else. */
export function graphIndicator({ measure, expected, rule, ...said }: GraphIndicator): IndicatorDefinition {
  return {
    ...said,
    version: 1,
    rule: { it: rule.it + SCOPE.it, en: rule.en + SCOPE.en },
    unit: 'ratio',
    type: 'performance',
    counts: 'organisations',
    fact: 'relation',
    period: { kind: 'stock', from: 'since', until: 'until' },
    measure: { kind: 'graph', ...measure },
    breakdowns: [],
    examples: [
      {
        title: { it: 'Cinque membri, sei promesse', en: 'Five members, six promises' },
        asOf: '2026-03-31',
        rows: [
          ...['A', 'B', 'C', 'D', 'E'].map((item) => ({ item, since: '2026-01-01' })),
          ...['A>B', 'B>A', 'A>C', 'C>A', 'A>D', 'D>B'].map((item) => ({ item, since: '2026-02-01' })),
          // A second promise between the same two is no second arc.
          { item: 'A>B', since: '2026-02-15' },
        ],
        figures: [
          { period: '2026-Q1', nodes: 5, arcs: 6, ...expected },
          { period: '2026-01', value: null, nodes: 5, arcs: 0, missing: 'no-cases' },
        ],
      },
    ],
  };
}
