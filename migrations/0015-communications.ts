import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inPacts } from './support/in-pacts.js';

/**
 * Mandatory communications (comunicazioni obbligatorie) about employment relations, in any order and corrected: the
 * spell is derived from all of them. `relation` is a keyed hash of employer, worker and first day; `external_id` and
 * `replaces` are keyed hashes of codes of communications. Keyed and kept like records: migration 0004.
 */
export class Communications1760000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table employment_communication (
        pact_id uuid not null,
        id uuid not null,
        source text not null,
        external_id text not null,
        participant_id uuid,
        relation text,
        event text,
        doing text,
        replaces text,
        sent_at timestamptz,
        started_on date,
        planned_end_on date,
        transformed_on date,
        becomes_permanent boolean,
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
        constraint employment_communication_pk primary key (pact_id, id),
        constraint employment_communication_external_uq unique (pact_id, source, external_id),
        constraint employment_communication_participant_fk foreign key (pact_id, participant_id)
          references participant (pact_id, id),
        constraint employment_communication_event_ck check (event in
          ('hire', 'extension', 'transformation', 'cessation')),
        constraint employment_communication_doing_ck check (doing in ('tell', 'rectify', 'annul')),
        constraint employment_communication_content_ck check (deleted or (participant_id is not null
          and relation is not null and event is not null and doing is not null and started_on is not null))
      );
      create index employment_communication_participant_ix on employment_communication (pact_id, participant_id);
      -- Beginning with what is looked for: while the table is new to the planner, an index that begins like the unique
      -- one would be taken for as good when records are looked up, and all those of the source be read for each.
      create index employment_communication_relation_ix on employment_communication (relation, pact_id);
      create index employment_communication_replaces_ix on employment_communication (replaces, pact_id)
        where replaces is not null;

      ${inPacts('employment_communication')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table employment_communication`);
  }
}
