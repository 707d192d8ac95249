import { Injectable } from '@nestjs/common';
import { RECORD_TABLES } from '#intake';
import { Database } from '#platform';
import type { FactSettings } from '../settings/indicator-settings.rules.js';
import { fillActivityFact } from './activity.fact.js';
import { fillAssessmentFact } from './assessment.fact.js';
import { fillEmploymentFact } from './employment.fact.js';
import { STORED_FACTS } from './index.js';
import { fillPathwayFact } from './pathway.fill.js';
import { RUN_INPUTS, type RunInputs } from './run-inputs.js';

/** The day up to which each source has confirmed: its last confirmed day in the pact, else the day of its last push. */
const SOURCE_CUTOFFS = `
  with said as (
    select source, max(confirmed_on) as confirmed_on from (
      ${RECORD_TABLES.map(({ name }) => `select source, confirmed_on from ${name} where pact_id = $1 and not deleted`).join(' union all ')}
    ) record group by source
  ),
  pushed as (
    select source, max(received_at at time zone 'Europe/Rome')::date as pushed_on
    from outcome_batch where pact_id = $1 and status in ('succeeded', 'partial') and not dry_run group by source
  ),
  now_known as (
    select source, coalesce(said.confirmed_on, pushed.pushed_on) as cutoff
    from said full join pushed using (source) where coalesce(said.confirmed_on, pushed.pushed_on) is not null
  )`;

/** Notes what has moved, and answers from which day on a source's spells may now read differently. */
const MOVE_CUTOFFS = `${SOURCE_CUTOFFS},
  moved as (
    select source, n.cutoff, coalesce(least(f.cutoff, n.cutoff), '-infinity') as since
    from now_known n left join (select source, cutoff from fact_source where pact_id = $1) f using (source)
    where f.cutoff is distinct from n.cutoff
  ),
  noted as (
    insert into fact_source (pact_id, source, cutoff) select $1, source, cutoff from moved
    on conflict (pact_id, source) do update set cutoff = excluded.cutoff
  )
  select distinct s.participant_id as id from employment_spell s join moved using (source)
  where s.pact_id = $1 and not s.deleted and s.confirmed_on is null
    and (s.started_on >= moved.since or coalesce(s.ended_on, s.planned_end_on, 'infinity') >= moved.since - ($2::int + 1))`;

/**
 * Keeps the stored facts of a pact equal to what its records say. Callers hold the pact's lock and a transaction.
 */
@Injectable()
export class FactsService {
  constructor(private readonly database: Database) {}

  /**
   * Refreshes the participants of batches not yet looked at, and those whose spells read differently because their
   * source has confirmed a later day. Other settings rebuild all.
   */
  async refresh(pactId: string, settings: FactSettings): Promise<void> {
    const touched = await this.takeBatches(pactId);
    const moved = await this.database
      .in(pactId)
      .query<{ id: string }>(MOVE_CUTOFFS, [pactId, settings.retention.gapDays]);
    if (await this.isBuiltUnder(pactId, settings)) {
      await this.fill(pactId, settings, [...new Set([...touched, ...moved.map((row) => row.id)])]);
    } else {
      await this.fill(pactId, settings);
      await this.remember(pactId, settings);
    }
  }

  /** All facts of the pact anew, with the same result. */
  async rebuild(pactId: string, settings: FactSettings): Promise<void> {
    await this.takeBatches(pactId);
    await this.database.in(pactId).query(`delete from fact_source where pact_id = $1`, [pactId]);
    await this.database.in(pactId).query(MOVE_CUTOFFS, [pactId, settings.retention.gapDays]);
    await this.fill(pactId, settings);
    await this.remember(pactId, settings);
  }

  /** What the facts were made of, and what of it is in none of them. */
  async inputs(pactId: string): Promise<RunInputs | undefined> {
    return (await this.database.in(pactId).one<{ inputs: RunInputs }>(RUN_INPUTS, [pactId]))?.inputs;
  }

  private async fill(
    pactId: string,
    settings: FactSettings,
    participants?: readonly string[],
  ): Promise<void> {
    if (participants?.length === 0) return;
    const narrowed = participants !== undefined;
    const more = narrowed ? [participants] : [];
    for (const { table } of STORED_FACTS) {
      const only = narrowed ? ' and participant_id = any($2::uuid[])' : '';
      await this.database
        .in(pactId)
        .query(`delete from ${table} where pact_id = $1${only}`, [pactId, ...more]);
    }
    await this.planForMany(true);
    for (const [statement, ...values] of statements(settings, narrowed)) {
      await this.database.in(pactId).query(statement, [pactId, ...values, ...more]);
    }
    await this.planForMany(false);
  }

  /** Statistics lag behind a push: told of one row where there are thousands, the planner would loop for minutes. */
  private async planForMany(on: boolean): Promise<void> {
    await this.database.query(`select set_config('enable_nestloop', $1, true)`, [on ? 'off' : 'on']);
  }

  private async takeBatches(pactId: string): Promise<string[]> {
    const batches = await this.database.in(pactId).query<{ participants: string[] }>(
      `update outcome_batch set facts_refreshed_at = now()
       where pact_id = $1 and facts_refreshed_at is null
       returning participants`,
      [pactId],
    );
    return batches.flatMap((batch) => batch.participants);
  }

  private async isBuiltUnder(pactId: string, settings: FactSettings): Promise<boolean> {
    const state = await this.database
      .in(pactId)
      .one<{ same: boolean }>(
        `select facts_settings is not distinct from $2::jsonb as same from indicator_state where pact_id = $1`,
        [pactId, JSON.stringify(settings)],
      );
    return state?.same === true;
  }

  private async remember(pactId: string, settings: FactSettings): Promise<void> {
    await this.database.in(pactId).query(
      `insert into indicator_state (pact_id, facts_settings) values ($1, $2)
       on conflict (pact_id) do update set facts_settings = excluded.facts_settings`,
      [pactId, JSON.stringify(settings)],
    );
  }
}

/** What fills the facts, in order, and the settings that each takes before the participants. */
const statements = (
  { retention, stableEmployment, scales }: FactSettings,
  narrowed: boolean,
): (readonly [statement: string, ...values: unknown[]])[] => [
  [fillPathwayFact(narrowed)],
  [fillActivityFact(narrowed)],
  [fillAssessmentFact(narrowed), JSON.stringify(scales)],
  [fillEmploymentFact(retention, narrowed), retention.gapDays, stableEmployment.days],
];
