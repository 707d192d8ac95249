import { graphIndicator } from './graph.rules.js';

export const indicator = graphIndicator({
  code: 'reciprocity_dyad',
  label: { it: 'Reciprocità (coppie)', en: 'Reciprocity (pairs)' },
  rule: {
    it: 'Tra le coppie di membri in cui almeno uno promette all’altro, quota di quelle in cui promettono entrambi.',
    en: 'Among pairs of members of which at least one promises to the other, the share in which both do.',
  },
  formula: 'mutual pairs ÷ connected pairs',
  direction: 'up',
  measure: { of: 'reciprocity', by: 'dyad' },
  expected: { value: 0.5, numerator: 2, denominator: 4 },
});
