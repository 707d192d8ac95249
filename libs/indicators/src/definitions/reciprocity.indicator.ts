import { graphIndicator } from './graph.rules.js';

export const indicator = graphIndicator({
  code: 'reciprocity',
  label: { it: 'Reciprocità (archi)', en: 'Reciprocity (arcs)' },
  rule: {
    it: 'Quota delle promesse ricambiate: chi riceve promette a sua volta a chi dà.',
    en: 'Share of the arcs that are returned: who receives promises to who gives.',
  },
  formula: 'arcs whose reverse exists ÷ m',
  direction: 'up',
  measure: { of: 'reciprocity', by: 'edge' },
  expected: { value: 0.666667, numerator: 4, denominator: 6 },
});
