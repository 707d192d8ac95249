import type { Example, ExpectedNumbers, IndicatorDefinition } from '../definition/definition.js';

import { PATHWAY_CUTS } from './cuts.rules.js';

const CUTOFF = '2025-12-31';

/** Ten jobs, ends inclusive; null is still open at the cutoff. */
const JOBS: readonly (readonly [startedOn: string, endedOn: string | null])[] = [
  ['2025-01-01', '2025-02-14'],
  ['2025-01-15', '2025-07-13'],
  ['2025-02-01', null],
  ['2025-03-01', '2025-05-29'],
  ['2025-04-01', null],
  ['2025-06-01', '2025-08-29'],
  ['2025-07-01', null],
  ['2025-09-01', '2025-10-31'],
  ['2025-10-15', null],
  ['2025-12-01', null],
];

/** Job retention at so many days: the indicators differ in nothing else. */
export function jobRetention(days: number, tenJobs: ExpectedNumbers): IndicatorDefinition {
  return {
    code: `job_retention_${days}`,
    version: 1,
    label: { it: `Tenuta del lavoro a ${days} giorni`, en: `Job retention at ${days} days` },
    rule: {
      it: `Quota stimata di inserimenti lavorativi che durano almeno ${days} giorni. Conta il primo episodio di lavoro dall’avvio del percorso (o dall’uscita: scelta del patto); i rapporti separati da interruzioni non più lunghe della tolleranza del patto formano un solo episodio; i tirocini non sono lavoro. Chi lavora ancora all’ultima data confermata è osservato fin lì. Ogni inserimento appartiene al periodo in cui inizia.`,
      en: `Estimated share of placements that last at least ${days} days. The first employment episode from the pathway’s start (or exit: the pact’s choice) counts; spells apart by no more than the gap the pact bridges make one episode; traineeships are not jobs. Who is still employed at the last confirmed day is observed up to it. A placement belongs to the period in which it starts.`,
    },
    formula: `Kaplan–Meier P(T ≥ ${days}) = Π over t < ${days} of (1 − ended ÷ at risk); Greenwood standard error, 95 % log-log interval; numerator ÷ denominator is the plain share among starts ≤ cutoff − ${days}`,
    unit: 'ratio',
    direction: 'up',
    type: 'performance',
    counts: 'persons',
    fact: 'employment_episode',
    period: { kind: 'cohort', on: 'started_on' },
    measure: { kind: 'retention', days },
    breakdowns: PATHWAY_CUTS,
    settings: ['retention'],
    examples: [tenPlacements(tenJobs)],
  };
}

const tenPlacements = (figure: ExpectedNumbers): Example => ({
  title: {
    it: 'Dieci inserimenti, cinque ancora in corso',
    en: 'Ten placements, five of them still running',
  },
  asOf: '2026-01-31',
  rows: JOBS.map(([started, ended]) => ({
    started_on: started,
    last_day: ended ?? CUTOFF,
    ended: ended !== null,
    cutoff: CUTOFF,
  })),
  figures: [
    { period: 'since-start', ...figure },
    { period: '2025', ...figure },
  ],
});
