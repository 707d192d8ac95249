import type { QualityRule } from './quality-rule.js';

/** Whoever pushes both, or two sources that know of one pathway each: it counts twice as long as both are open. */
export const twoOpenPathways: QualityRule = {
  code: 'two-open-pathways',
  title: {
    en: 'Two open pathways of one person on one measure',
    it: 'Due percorsi aperti della stessa persona sulla stessa misura',
  },
  advice: {
    en: 'End the one that is over, or withdraw the one that is the other again.',
    it: 'Chiudere quello concluso, o ritirare quello che ripete l’altro.',
  },
  kind: 'pathway',
  against: 'pathway',
  when: `r.measure_code = o.measure_code and r.ended_on is null and o.ended_on is null and r.id < o.id`,
  evidence: ['r.measure_code', 'r.started_on', 'o.started_on'],
};
