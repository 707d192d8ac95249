import type { QualityRule } from './quality-rule.js';

export const closedWithoutEnd: QualityRule = {
  code: 'closed-without-end',
  title: {
    en: 'A pathway is closed and has no last day',
    it: 'Un percorso è chiuso e non ha una data di fine',
  },
  advice: {
    en: 'Push the last day and how it ended: until then the pathway counts as open.',
    it: 'Inviare la data di fine e il motivo di uscita: fino ad allora il percorso risulta aperto.',
  },
  kind: 'pathway',
  when: `r.phase = 'closed' and r.ended_on is null`,
  evidence: ['r.phase'],
};
