import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { inPacts } from './support/in-pacts.js';

const TOLD = `source, mode, status, received, created, updated, unchanged, deleted, rejected, pushed_by, received_at`;
const IGNORED = 'participants, facts_refreshed_at';

/**
 * Batches that are stored first and written later. What waits are rows that have been read: sealed, because pseudonyms
 * lie in no table that the programs can read (0011). A chunk that has been written keeps whom it touched until the
 * batch ends; then it goes. At every moment the counts of a batch add up to what was received.
 * A regional batch is one for all pacts of its source. It tells of rows by their place alone, never by a name.
 */
export class WaitingBatches1760000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table outcome_batch
        add column pending integer not null default 0,
        add column was_accepted boolean not null default false,
        add column dry_run boolean not null default false,
        add column problem text,
        add column moved_at timestamptz,
        drop constraint outcome_batch_status_ck,
        drop constraint outcome_batch_counts_ck,
        add constraint outcome_batch_status_ck
          check (status in ('queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled')),
        add constraint outcome_batch_counts_ck check (pending >= 0
          and received = created + updated + unchanged + deleted + rejected + pending);
      create index outcome_batch_unfinished_ix on outcome_batch (pact_id) where status in ('queued', 'running');

      create table outcome_batch_chunk (
        pact_id uuid not null,
        batch_id uuid not null,
        position integer not null,
        sealed bytea,
        touched uuid[] not null default '{}',
        constraint outcome_batch_chunk_pk primary key (pact_id, batch_id, position),
        constraint outcome_batch_chunk_batch_fk foreign key (pact_id, batch_id)
          references outcome_batch (pact_id, id) deferrable initially deferred
      );
      ${inPacts('outcome_batch_chunk')}

      create policy across_pacts on outcome_batch for select using (current_pact() = no_pact()
        and status in ('queued', 'running'));

      create table regional_batch (
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
        unmatched integer not null,
        pacts jsonb not null,
        pushed_by text not null,
        received_at timestamptz not null default now(),
        constraint regional_batch_pk primary key (id),
        constraint regional_batch_source_fk foreign key (source) references outcome_source (code),
        constraint regional_batch_mode_ck check (mode in ('partial', 'atomic')),
        constraint regional_batch_status_ck check (status in ('succeeded', 'partial', 'failed')),
        constraint regional_batch_counts_ck
          check (received = created + updated + unchanged + deleted + rejected + unmatched)
      );
      create index regional_batch_source_ix on regional_batch (source);
      create index regional_batch_pushed_ix on regional_batch (pushed_by, id);

      create table regional_batch_results (
        batch_id uuid not null,
        position integer not null,
        rejected integer not null,
        results text not null,
        constraint regional_batch_results_pk primary key (batch_id, position),
        constraint regional_batch_results_batch_fk foreign key (batch_id)
          references regional_batch (id) deferrable initially deferred
      );
      ${audited('regional_batch', { key: 'id', told: `${TOLD}, unmatched, pacts` })}

      drop trigger audited on outcome_batch;
      ${audited('outcome_batch', {
        pact: 'pact_id',
        key: 'id',
        told: `${TOLD}, pending, was_accepted, dry_run, problem`,
        ignored: `${IGNORED}, moved_at`,
      })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger audited on outcome_batch;
      ${audited('outcome_batch', { pact: 'pact_id', key: 'id', told: TOLD, ignored: IGNORED })}
      drop policy across_pacts on outcome_batch;
      drop table outcome_batch_chunk, regional_batch_results, regional_batch;
      delete from outcome_batch_results r using outcome_batch b
        where b.pact_id = r.pact_id and b.id = r.batch_id and (b.dry_run or b.pending > 0);
      delete from outcome_batch where dry_run or pending > 0;
      drop index outcome_batch_unfinished_ix;
      alter table outcome_batch
        drop constraint outcome_batch_status_ck,
        drop constraint outcome_batch_counts_ck,
        drop column pending, drop column was_accepted, drop column dry_run, drop column problem, drop column moved_at,
        add constraint outcome_batch_status_ck check (status in ('succeeded', 'partial', 'failed')),
        add constraint outcome_batch_counts_ck check (received = created + updated + unchanged + deleted + rejected);
    `);
  }
}
