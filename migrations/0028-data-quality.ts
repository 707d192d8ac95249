import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { inPacts } from './support/in-pacts.js';

const TOLD = `source, mode, status, received, created, updated, unchanged, deleted, rejected, pushed_by, received_at,
  pending, was_accepted, dry_run, problem`;
const IGNORED = 'participants, facts_refreshed_at, moved_at';

/**
 * What is wrong with the data, and how complete they are. A finding follows from records by a rule and goes with the
 * person; what somebody said about it is an act of its own. `evidence` is a digest of what the rule looked at: while it
 * is the same, a finding that somebody has settled stays settled.
 */
export class DataQuality1760000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outcome_batch add column quality_checked_at timestamptz;
      create index outcome_batch_unchecked_ix on outcome_batch (pact_id) where quality_checked_at is null;
      drop trigger audited on outcome_batch;
      ${audited('outcome_batch', { pact: 'pact_id', key: 'id', told: TOLD, ignored: `${IGNORED}, quality_checked_at` })}

      alter table outcome_batch_results add column rejections jsonb not null default '{}';

      create table quality_finding (
        pact_id uuid not null,
        id uuid not null,
        rule text not null,
        participant_id uuid not null,
        record_id uuid not null,
        source text not null,
        external_id text not null,
        other_record_id uuid,
        other_source text,
        other_external_id text,
        evidence text not null,
        state text not null,
        found_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        version integer not null default 1,
        constraint quality_finding_pk primary key (pact_id, id),
        constraint quality_finding_subject_uq unique nulls not distinct (pact_id, rule, record_id, other_record_id),
        constraint quality_finding_participant_fk foreign key (pact_id, participant_id)
          references participant (pact_id, id),
        constraint quality_finding_state_ck check (state in ('open', 'acknowledged', 'resolved', 'corrected'))
      );
      create index quality_finding_participant_ix on quality_finding (pact_id, participant_id);
      create index quality_finding_found_ix on quality_finding (pact_id, found_at, id);

      create table quality_settlement (
        pact_id uuid not null,
        id uuid not null,
        finding_id uuid not null,
        state text not null,
        note text not null,
        settled_by text not null,
        settled_at timestamptz not null default now(),
        constraint quality_settlement_pk primary key (pact_id, id),
        constraint quality_settlement_finding_fk foreign key (pact_id, finding_id)
          references quality_finding (pact_id, id) on delete cascade,
        constraint quality_settlement_state_ck check (state in ('open', 'acknowledged', 'resolved'))
      );
      create index quality_settlement_finding_ix on quality_settlement (pact_id, finding_id, id);

      create table quality_report (
        pact_id uuid not null,
        source text not null,
        computed_at timestamptz not null default now(),
        confirmed_on date,
        records jsonb not null,
        completeness jsonb not null,
        overlapping jsonb not null,
        constraint quality_report_pk primary key (pact_id, source),
        constraint quality_report_pact_fk foreign key (pact_id) references pact (id)
      );

      ${inPacts('quality_finding')}
      ${inPacts('quality_settlement')}
      ${inPacts('quality_report')}
      ${audited('quality_settlement', {
        pact: 'pact_id',
        key: 'id',
        told: 'finding_id, state, settled_by, settled_at',
        withheld: 'note',
      })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table quality_report, quality_settlement, quality_finding;
      alter table outcome_batch_results drop column rejections;
      drop trigger audited on outcome_batch;
      ${audited('outcome_batch', { pact: 'pact_id', key: 'id', told: TOLD, ignored: IGNORED })}
      drop index outcome_batch_unchecked_ix;
      alter table outcome_batch drop column quality_checked_at;
    `);
  }
}
