import { graphIndicator } from './graph.rules.js';

export const indicator = graphIndicator({
  code: 'centralisation',
  label: { it: 'Centralizzazione di chi dà', en: 'Centralisation of giving' },
  rule: {
    it: 'Quanto le promesse partono da un solo membro: 1 se tutte, 0 se ciascuno promette a tanti quanto gli altri.',
    en: 'How far promises come from a single member: 1 where all do, 0 where each promises to as many.',
  },
  formula: 'Σ(max c − c) ÷ (n − 1)², c = members promised to',
  direction: 'none',
  measure: { of: 'centralisation', direction: 'out' },
  expected: { value: 0.5625 },
});
