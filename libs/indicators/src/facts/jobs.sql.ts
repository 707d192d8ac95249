import { IS_JOB, IS_PERMANENT, onlyParticipants } from './fact.js';

/**
 * Spells that are jobs, as far as their source has confirmed them: `until` is the end reported, else the agreed one;
 * `seen_until` the last day on which the job is known to have lasted.
 */
export const jobsOf = (parameter: string | undefined): string => `
  select s.id, s.participant_id, s.started_on, s.until, s.cutoff, least(s.until, s.cutoff) as seen_until, s.contract,
    s.employer_key, s.hours_per_week, s.${IS_PERMANENT} as permanent
  from (
    select s.*, coalesce(s.ended_on, s.planned_end_on, 'infinity') as until,
      greatest(coalesce(s.confirmed_on, c.cutoff), s.ended_on) as cutoff
    from employment_spell s left join fact_source c on c.pact_id = s.pact_id and c.source = s.source
    where s.pact_id = $1 and not s.deleted and s.${IS_JOB} ${onlyParticipants('s.participant_id', parameter)}
  ) s where s.started_on <= s.cutoff`;
