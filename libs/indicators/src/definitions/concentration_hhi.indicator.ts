import { graphIndicator } from './graph.rules.js';

export const indicator = graphIndicator({
  code: 'concentration_hhi',
  label: { it: 'Concentrazione delle promesse', en: 'Concentration of promises' },
  rule: {
    it: 'Indice di Herfindahl–Hirschman delle quote di archi che partono da ciascun membro; accanto, normalizzato sul numero dei membri.',
    en: 'Herfindahl–Hirschman index of the shares of arcs that come from each member; beside it, normalised by the number of members.',
  },
  formula: 'Σ s²; normalised (HHI − 1/n) ÷ (1 − 1/n)',
  direction: 'down',
  measure: { of: 'concentration', direction: 'out' },
  expected: { value: 0.333333, normalised: 0.166667 },
});
