import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Facts: slim, one row per counted thing, always rebuildable from the records.
 * Figures: revisions are added, never changed; a masked figure keeps its numbers here and shows none outside.
 */
export class IndicatorsAndMonitoring1760000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table indicator_settings (
        pact_id uuid not null,
        settings jsonb not null,
        version integer not null default 1,
        updated_at timestamptz not null default now(),
        constraint indicator_settings_pk primary key (pact_id),
        constraint indicator_settings_pact_fk foreign key (pact_id) references pact (id)
      );

      create table monitoring_run (
        pact_id uuid not null,
        id uuid not null,
        trigger text not null,
        status text not null,
        indicators text[],
        periods text[],
        as_of date,
        figures_computed integer,
        figures_changed integer,
        problem text,
        requested_by text not null,
        requested_at timestamptz not null default now(),
        started_at timestamptz,
        finished_at timestamptz,
        constraint monitoring_run_pk primary key (pact_id, id),
        constraint monitoring_run_pact_fk foreign key (pact_id) references pact (id),
        constraint monitoring_run_trigger_ck check (trigger in ('request', 'schedule', 'intake')),
        constraint monitoring_run_status_ck check (status in ('queued', 'running', 'succeeded', 'failed'))
      );
      create index monitoring_run_open_ix on monitoring_run (requested_at) where status in ('queued', 'running');

      create table recomputation_due (
        pact_id uuid not null,
        since timestamptz not null default now(),
        constraint recomputation_due_pk primary key (pact_id),
        constraint recomputation_due_pact_fk foreign key (pact_id) references pact (id)
      );

      create table indicator_state (
        pact_id uuid not null,
        facts_retention jsonb,
        figures_version integer not null default 0,
        sources_reported integer not null default 0,
        sources_expected integer not null default 0,
        constraint indicator_state_pk primary key (pact_id),
        constraint indicator_state_pact_fk foreign key (pact_id) references pact (id)
      );

      create table fact_source (
        pact_id uuid not null,
        source text not null,
        cutoff date not null,
        constraint fact_source_pk primary key (pact_id, source),
        constraint fact_source_pact_fk foreign key (pact_id) references pact (id)
      );

      create table fact_pathway (
        pact_id uuid not null,
        id uuid not null,
        participant_id uuid not null,
        started_on date not null,
        ended_on date,
        exit_reason text,
        first_job_on date,
        sex text,
        age_group text,
        target_groups text[] not null default '{}',
        lead_actor_id uuid,
        constraint fact_pathway_pk primary key (pact_id, id),
        constraint fact_pathway_pact_fk foreign key (pact_id) references pact (id)
      );
      create index fact_pathway_participant_ix on fact_pathway (pact_id, participant_id);

      create table fact_employment (
        pact_id uuid not null,
        pathway_id uuid not null,
        participant_id uuid not null,
        started_on date not null,
        last_day date not null,
        cutoff date not null,
        over_from date,
        sex text,
        age_group text,
        target_groups text[] not null default '{}',
        lead_actor_id uuid,
        constraint fact_employment_pk primary key (pact_id, pathway_id),
        constraint fact_employment_pact_fk foreign key (pact_id) references pact (id)
      );
      create index fact_employment_participant_ix on fact_employment (pact_id, participant_id);

      create table figure (
        pact_id uuid not null,
        id uuid not null,
        indicator text not null,
        definition_version integer not null,
        period text not null,
        cell text not null,
        breakdown jsonb not null,
        dimensions text not null,
        revision integer not null,
        latest boolean not null default true,
        unit text not null,
        numbers jsonb not null,
        settings jsonb not null,
        suppression text not null,
        missing text,
        fingerprint text not null,
        as_of date not null,
        computed_at timestamptz not null default now(),
        run_id uuid not null,
        constraint figure_pk primary key (pact_id, id),
        constraint figure_revision_uq unique (pact_id, indicator, period, cell, revision),
        constraint figure_run_fk foreign key (pact_id, run_id) references monitoring_run (pact_id, id),
        constraint figure_suppression_ck check (suppression in ('none', 'primary', 'complementary'))
      );
      create unique index figure_latest_uq on figure (pact_id, indicator, period, cell) where latest;
      create index figure_run_ix on figure (pact_id, run_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table figure, fact_employment, fact_pathway, fact_source, indicator_state, recomputation_due, monitoring_run,
        indicator_settings;
    `);
  }
}
