import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People without names, and the batches that tell of them.
 * An identifier is kept only as its HMAC, in a table of its own; everything else knows a random pseudonym.
 * A record is known by (pact, source, external id); what it said before lies in record_history.
 * What refers to a row that many batches share is checked at the commit, so that they do not hold on to it longer.
 * A withdrawn record stays as a row that says nothing any more, so that an older message cannot bring it back.
 */
export class PathwaysAndIntake1760000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table participant_identity (
        identifier_hmac bytea not null,
        participant_id uuid not null,
        constraint participant_identity_pk primary key (identifier_hmac),
        constraint participant_identity_hmac_ck check (octet_length(identifier_hmac) = 32)
      );
      create index participant_identity_participant_ix on participant_identity (participant_id);

      create table participant (
        pact_id uuid not null,
        id uuid not null,
        created_at timestamptz not null default now(),
        constraint participant_pk primary key (pact_id, id),
        constraint participant_pact_fk foreign key (pact_id) references pact (id) deferrable initially deferred
      );

      create table outcome_source (
        code text not null,
        owner_id text not null,
        created_at timestamptz not null default now(),
        constraint outcome_source_pk primary key (code)
      );

      create table outcome_batch (
        pact_id uuid not null,
        id uuid not null,
        source text not null,
        mode text not null,
        status text not null,
        received integer not null,
        created integer not null,
        updated integer not null,
        unchanged integer not null,
        deleted integer not null,
        rejected integer not null,
        participants uuid[] not null default '{}',
        pushed_by text not null,
        received_at timestamptz not null default now(),
        facts_refreshed_at timestamptz,
        constraint outcome_batch_pk primary key (pact_id, id),
        constraint outcome_batch_pact_fk foreign key (pact_id) references pact (id),
        constraint outcome_batch_source_fk foreign key (source) references outcome_source (code),
        constraint outcome_batch_mode_ck check (mode in ('partial', 'atomic')),
        constraint outcome_batch_status_ck check (status in ('succeeded', 'partial', 'failed')),
        constraint outcome_batch_counts_ck check (received = created + updated + unchanged + deleted + rejected)
      );
      create index outcome_batch_source_ix on outcome_batch (source);
      create index outcome_batch_unrefreshed_ix on outcome_batch (pact_id) where facts_refreshed_at is null;

      create table outcome_batch_results (
        pact_id uuid not null,
        batch_id uuid not null,
        position integer not null,
        rejected integer not null,
        results text not null,
        constraint outcome_batch_results_pk primary key (pact_id, batch_id, position),
        constraint outcome_batch_results_batch_fk foreign key (pact_id, batch_id)
          references outcome_batch (pact_id, id) deferrable initially deferred
      );

      create table participant_record (
        pact_id uuid not null,
        id uuid not null,
        source text not null,
        external_id text not null,
        participant_id uuid,
        sex text,
        birth_year smallint,
        education smallint,
        citizenship text,
        foreign_background boolean,
        minority boolean,
        disability boolean,
        housing_exclusion boolean,
        rural boolean,
        target_groups text[],
        confirmed_on date,
        deleted boolean not null default false,
        batch_id uuid not null,
        recorded_at timestamptz not null default now(),
        constraint participant_record_pk primary key (pact_id, id),
        constraint participant_record_external_uq unique (pact_id, source, external_id),
        constraint participant_record_participant_fk foreign key (pact_id, participant_id)
          references participant (pact_id, id),
        constraint participant_record_sex_ck check (sex in ('F', 'M', 'X')),
        constraint participant_record_citizenship_ck check (citizenship in ('it', 'eu', 'third_country')),
        constraint participant_record_education_ck check (education between 0 and 8),
        constraint participant_record_content_ck check (deleted or participant_id is not null)
      );
      create index participant_record_participant_ix on participant_record (pact_id, participant_id);

      create table pathway (
        pact_id uuid not null,
        id uuid not null,
        source text not null,
        external_id text not null,
        participant_id uuid,
        started_on date,
        ended_on date,
        exit_reason text,
        measure_code text,
        lead_actor_id uuid,
        access_point text,
        entry_status text,
        phase text,
        confirmed_on date,
        deleted boolean not null default false,
        batch_id uuid not null,
        recorded_at timestamptz not null default now(),
        constraint pathway_pk primary key (pact_id, id),
        constraint pathway_external_uq unique (pact_id, source, external_id),
        constraint pathway_participant_fk foreign key (pact_id, participant_id)
          references participant (pact_id, id),
        constraint pathway_lead_actor_fk foreign key (lead_actor_id) references actor (id),
        constraint pathway_period_ck check (ended_on >= started_on),
        constraint pathway_exit_reason_ck check (exit_reason in
          ('completed', 'employed', 'dropped_out', 'transferred', 'other')),
        constraint pathway_entry_status_ck check (entry_status in
          ('unemployed', 'long_term_unemployed', 'inactive', 'employed')),
        constraint pathway_phase_ck check (phase in ('outreach', 'intake', 'orientation', 'training', 'protection',
          'placement', 'follow_up', 'closed')),
        constraint pathway_content_ck check (deleted or (participant_id is not null and started_on is not null))
      );
      create index pathway_participant_ix on pathway (pact_id, participant_id);
      create index pathway_lead_actor_ix on pathway (lead_actor_id) where lead_actor_id is not null;

      create table employment_spell (
        pact_id uuid not null,
        id uuid not null,
        source text not null,
        external_id text not null,
        participant_id uuid,
        started_on date,
        planned_end_on date,
        ended_on date,
        end_reason text,
        contract text,
        hours_per_week numeric(5,2),
        employer_key bytea,
        sector text,
        confirmed_on date,
        deleted boolean not null default false,
        batch_id uuid not null,
        recorded_at timestamptz not null default now(),
        constraint employment_spell_pk primary key (pact_id, id),
        constraint employment_spell_external_uq unique (pact_id, source, external_id),
        constraint employment_spell_participant_fk foreign key (pact_id, participant_id)
          references participant (pact_id, id),
        constraint employment_spell_period_ck check (ended_on >= started_on),
        constraint employment_spell_planned_ck check (planned_end_on >= started_on),
        constraint employment_spell_hours_ck check (hours_per_week between 0 and 168),
        constraint employment_spell_content_ck check (deleted or (participant_id is not null and started_on is not null and contract is not null))
      );
      create index employment_spell_participant_ix on employment_spell (pact_id, participant_id);

      create table record_history (
        pact_id uuid not null,
        id uuid not null,
        kind text not null,
        record_id uuid not null,
        said jsonb not null,
        recorded_at timestamptz not null,
        replaced_at timestamptz not null default now(),
        constraint record_history_pk primary key (pact_id, id),
        constraint record_history_pact_fk foreign key (pact_id) references pact (id)
      );
      create index record_history_record_ix on record_history (pact_id, record_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table record_history, employment_spell, pathway, participant_record,
        outcome_batch_results, outcome_batch, outcome_source, participant, participant_identity;
    `);
  }
}
