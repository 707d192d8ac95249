import type { IndicatorDefinition } from '../definition/definition.js';
import { PATHWAY_CUTS } from './cuts.rules.js';

/** Placement within so many days of the start: the indicators differ in nothing else. */
export function placementRate(days: number, examples: IndicatorDefinition['examples']): IndicatorDefinition {
  return {
    code: `placement_rate_${days}`,
    version: 1,
    label: { it: `Inserimento lavorativo entro ${days} giorni`, en: `Placement within ${days} days` },
    rule: {
      it: `Tra i percorsi avviati nel periodo almeno ${days} giorni prima del giorno di riferimento, quota di chi ha iniziato un lavoro entro ${days} giorni dall’avvio. I tirocini non sono lavoro.`,
      en: `Among pathways started in the period, at least ${days} days before the as-of day, the share that started a job within ${days} days of the start. Traineeships are not jobs.`,
    },
    formula: `pathways with a job started in [startedOn, startedOn + ${days}] ÷ pathways with startedOn ≤ asOf − ${days}`,
    unit: 'ratio',
    direction: 'up',
    type: 'performance',
    counts: 'persons',
    fact: 'pathway',
    period: { kind: 'cohort', on: 'started_on', mature: { days } },
    measure: { kind: 'share', having: [{ column: 'first_job_on', withinDays: days, of: 'started_on' }] },
    breakdowns: PATHWAY_CUTS,
    examples,
  };
}
