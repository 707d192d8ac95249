import type { IndicatorDefinition } from '../definition/definition.js';
import { PERSON_CUTS } from './cuts.rules.js';

export const indicator: IndicatorDefinition = {
  code: 'social_progression',
  version: 1,
  label: { it: 'Progressione sociale', en: 'Social progression' },
  rule: {
    it: 'Prima e ultima valutazione della stessa persona, sulla stessa versione di una scala del patto e nello stesso ambito, nel periodo dell’ultima: quante salgono di almeno un punto, quante restano, quante scendono, variazione media, e quota del guadagno possibile. Un ambito che non si applica resta fuori; con una sola valutazione non è ancora misurabile.',
    en: 'First and last reading of one person, on one version of a scale of the pact and in one domain, in the period of the last: how many rise by at least a point, stay and fall, the mean change, and the share of the possible gain. A domain that does not apply is left out; one reading is not yet measurable.',
  },
  formula: 'Σ(last − first) ÷ Σ(best − first), over pairs of readings',
  unit: 'ratio',
  direction: 'up',
  type: 'performance',
  counts: 'persons',
  fact: 'assessment_pair',
  leftOut: [
    { reason: 'no-second-reading', when: [{ column: 'is_paired', is: false }] },
    { reason: 'not-applicable', when: [{ column: 'change', known: false }] },
  ],
  period: { kind: 'flow', on: 'last_on' },
  measure: { kind: 'progression' },
  breakdowns: PERSON_CUTS,
  settings: ['scales'],
  examples: [
    {
      title: { it: 'Una persona in sette ambiti', en: 'One person in seven domains' },
      asOf: '2026-06-30',
      rows: [
        { last_on: '2026-05-01', first_in: 5, is_paired: true, change: 1, room: 3, sex: 'F' },
        { last_on: '2026-05-01', first_in: 0, is_paired: true, change: 2, room: 4, sex: 'F' },
        { last_on: '2026-05-01', first_in: 0, is_paired: true, change: 0, room: 3, sex: 'F' },
        { last_on: '2026-05-01', first_in: 0, is_paired: true, change: 1, room: 2, sex: 'F' },
        { last_on: '2026-05-01', first_in: 0, is_paired: true, sex: 'F' },
        { last_on: '2026-05-01', first_in: 0, is_paired: true, change: -1, room: 1, sex: 'F' },
        { last_on: '2026-05-01', first_in: 0, is_paired: true, change: 0, room: 2, sex: 'F' },
        { last_on: '2026-05-02', first_in: 5, is_paired: false, sex: 'M' },
      ],
      figures: [
        {
          period: '2026-05',
          value: 0.2,
          n: 6,
          improved: 3,
          stable: 2,
          declined: 1,
          meanChange: 0.5,
          numerator: 3,
          denominator: 15,
          participants: 1,
          leftOut: { 'no-second-reading': 1, 'not-applicable': 1 },
        },
        { period: '2026', breakdown: { sex: 'F' }, value: 0.2, leftOut: { 'not-applicable': 1 } },
        { period: '2026-04', value: null, missing: 'no-cases' },
      ],
    },
  ],
};
