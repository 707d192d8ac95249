import { graphIndicator } from './graph.rules.js';

export const indicator = graphIndicator({
  code: 'centralisation_in',
  label: { it: 'Centralizzazione di chi riceve', en: 'Centralisation of receiving' },
  rule: {
    it: 'Quanto le promesse arrivano a un solo membro: 1 se tutte, 0 se ciascuno riceve da tanti quanto gli altri.',
    en: 'How far promises go to a single member: 1 where all do, 0 where each receives from as many.',
  },
  formula: 'Σ(max c − c) ÷ (n − 1)², c = members promised by',
  direction: 'none',
  measure: { of: 'centralisation', direction: 'in' },
  expected: { value: 0.25 },
});
