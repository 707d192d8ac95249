import { tableIn, within, type StoredFact } from './fact.js';
import { PATHWAY_FLAGS, PATHWAY_PRECOMPUTED } from './pathway.flags.js';
import { PATHWAY_ATTRIBUTES, PATHWAY_COLUMNS } from './people.sql.js';

/**
 * One row per participant and measure: re-entry into the same measure keeps the first start and entry attributes and
 * the final exit; it stays open while any of its records is. What is asked about after the exit is null while the
 * sources have not confirmed it.
 */
export const pathwayFact: StoredFact = {
  name: 'pathway',
  table: 'fact_pathway',
  inOrder: ['started_on', 'pathway_id'],
  isOfPathway: true,
  columns: {
    started_on: 'date',
    ended_on: 'date',
    exit_reason: 'text',
    first_job_on: 'date',
    first_in: 'smallint',
    ...PATHWAY_COLUMNS,
    foreign_background: 'text',
    minority: 'text',
    housing_exclusion: 'text',
    rural: 'text',
    left_as: 'text',
    qualified: 'boolean',
    employed_180: 'boolean',
    half_year_on: 'date',
    employed_half_year: 'boolean',
    improved_half_year: 'boolean',
    quarter_2_on: 'date',
    employed_quarter_2: 'boolean',
    quarter_4_on: 'date',
    employed_quarter_4: 'boolean',
    same_employer: 'boolean',
  },
  precomputed: PATHWAY_PRECOMPUTED,
  rows: (scope) => `
    select f.pact_id, f.participant_id, f.id as pathway_id, f.started_on, f.ended_on, f.exit_reason, f.first_job_on, f.first_in, ${PATHWAY_ATTRIBUTES},
      f.foreign_background, f.minority, f.housing_exclusion, f.rural, f.left_as, f.qualified, f.employed_180,
      f.half_year_on, f.employed_half_year, f.improved_half_year, f.quarter_2_on, f.employed_quarter_2, f.quarter_4_on,
      f.employed_quarter_4, f.same_employer,
      ${PATHWAY_FLAGS.map((flag) => `f.${flag}`).join(', ')}
    from ${tableIn(scope, 'fact_pathway')} f left join actor a on a.id = f.lead_actor_id
    where ${within(scope, 'f.pact_id')}`,
};
