import { RECORD_TABLES } from '#intake';
import type { Day } from '#kernel';
import { IS_JOB } from './fact.js';

/** What a run found, and what of it no figure counts: kept with the run, to explain its figures. */
export interface RunInputs {
  /** Each source with the day up to which it has confirmed, and its records by kind. */
  readonly sources: readonly {
    readonly source: string;
    readonly cutoff: Day | null;
    readonly records: Readonly<Record<string, number>>;
    readonly withdrawn: number;
  }[];
  readonly leftOut: Readonly<
    Record<'traineeships' | 'pathwaysWithoutExit' | 'pathwaysWithoutJob' | 'singleReadings', number>
  >;
}

/** `$1` is the pact. */
export const RUN_INPUTS = `
  with record as (
    ${RECORD_TABLES.map(
      ({ kind, name }) => `select '${kind}' as kind, source, count(*) filter (where not deleted)::int as rows,
        count(*) filter (where deleted)::int as withdrawn from ${name} where pact_id = $1 group by source`,
    ).join(' union all ')}
  ),
  by_source as (
    select source, jsonb_object_agg(kind, rows order by kind) as records, sum(withdrawn)::int as withdrawn
    from record group by source
  )
  select jsonb_build_object(
    'sources', (select coalesce(jsonb_agg(jsonb_build_object('source', r.source, 'cutoff', c.cutoff,
        'records', r.records, 'withdrawn', r.withdrawn) order by r.source), '[]')
      from by_source r left join fact_source c on c.pact_id = $1 and c.source = r.source),
    'leftOut', jsonb_build_object(
      'traineeships', (select count(*) from employment_spell where pact_id = $1 and not deleted and not (${IS_JOB})),
      'pathwaysWithoutExit', (select count(*) from fact_pathway where pact_id = $1 and ended_on is null),
      'pathwaysWithoutJob', (select count(*) from fact_pathway p where pact_id = $1
        and not exists (select from fact_employment e where e.pact_id = $1 and e.pathway_id = p.id)),
      'singleReadings', (select count(*) from fact_progression where pact_id = $1 and readings = 1))) as inputs`;
