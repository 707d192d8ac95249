import { graphIndicator } from './graph.rules.js';

export const indicator = graphIndicator({
  code: 'density',
  label: { it: 'Densità', en: 'Density' },
  rule: {
    it: 'Coppie ordinate di membri in cui il primo promette al secondo, su quelle possibili.',
    en: 'Ordered pairs of members of which the first promises to the second, of those possible.',
  },
  formula: 'm ÷ (n (n − 1))',
  direction: 'up',
  measure: { of: 'density' },
  expected: { value: 0.3 },
});
