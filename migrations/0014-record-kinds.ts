import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inPacts } from './support/in-pacts.js';

const TABLES = ['labour_status', 'qualification', 'assessment', 'service_delivered'];

/** What partner systems tell of people besides pathways and jobs. Keyed and kept like these: migration 0004. */
export class RecordKinds1760000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table labour_status (
        pact_id uuid not null,
        id uuid not null,
        source text not null,
        external_id text not null,
        participant_id uuid,
        on_date date,
        status text,
        confirmed_on date,
        deleted boolean not null default false,
        batch_id uuid not null,
        recorded_at timestamptz not null default now(),
        constraint labour_status_pk primary key (pact_id, id),
        constraint labour_status_external_uq unique (pact_id, source, external_id),
        constraint labour_status_participant_fk foreign key (pact_id, participant_id)
          references participant (pact_id, id),
        constraint labour_status_status_ck check (status in
          ('employed', 'self_employed', 'searching', 'in_education', 'inactive')),
        constraint labour_status_content_ck check (deleted or (participant_id is not null and on_date is not null and status is not null))
      );
      create index labour_status_participant_ix on labour_status (pact_id, participant_id);

      create table qualification (
        pact_id uuid not null,
        id uuid not null,
        source text not null,
        external_id text not null,
        participant_id uuid,
        awarded_on date,
        level smallint,
        confirmed_on date,
        deleted boolean not null default false,
        batch_id uuid not null,
        recorded_at timestamptz not null default now(),
        constraint qualification_pk primary key (pact_id, id),
        constraint qualification_external_uq unique (pact_id, source, external_id),
        constraint qualification_participant_fk foreign key (pact_id, participant_id)
          references participant (pact_id, id),
        constraint qualification_level_ck check (level between 1 and 8),
        constraint qualification_content_ck check (deleted or (participant_id is not null and awarded_on is not null))
      );
      create index qualification_participant_ix on qualification (pact_id, participant_id);

      create table assessment (
        pact_id uuid not null,
        id uuid not null,
        source text not null,
        external_id text not null,
        participant_id uuid,
        scale text,
        scale_version text,
        on_date date,
        scores jsonb,
        confirmed_on date,
        deleted boolean not null default false,
        batch_id uuid not null,
        recorded_at timestamptz not null default now(),
        constraint assessment_pk primary key (pact_id, id),
        constraint assessment_external_uq unique (pact_id, source, external_id),
        constraint assessment_participant_fk foreign key (pact_id, participant_id)
          references participant (pact_id, id),
        constraint assessment_scores_ck check (jsonb_typeof(scores) = 'object'),
        constraint assessment_content_ck check (deleted or (participant_id is not null and scale is not null
          and scale_version is not null and on_date is not null and scores is not null))
      );
      create index assessment_participant_ix on assessment (pact_id, participant_id);

      create table service_delivered (
        pact_id uuid not null,
        id uuid not null,
        source text not null,
        external_id text not null,
        participant_id uuid,
        service text,
        on_date date,
        hours numeric(7,2),
        actor_id uuid,
        confirmed_on date,
        deleted boolean not null default false,
        batch_id uuid not null,
        recorded_at timestamptz not null default now(),
        constraint service_delivered_pk primary key (pact_id, id),
        constraint service_delivered_external_uq unique (pact_id, source, external_id),
        constraint service_delivered_participant_fk foreign key (pact_id, participant_id)
          references participant (pact_id, id),
        constraint service_delivered_actor_fk foreign key (actor_id) references actor (id),
        constraint service_delivered_hours_ck check (hours between 0 and 10000),
        constraint service_delivered_content_ck check (deleted or (participant_id is not null and service is not null
          and on_date is not null and hours is not null))
      );
      create index service_delivered_participant_ix on service_delivered (pact_id, participant_id);
      create index service_delivered_actor_ix on service_delivered (actor_id) where actor_id is not null;
    `);
    for (const table of TABLES) await runner.query(inPacts(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table ${TABLES.join(', ')}`);
  }
}
