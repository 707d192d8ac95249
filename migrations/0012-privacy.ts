import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { inPacts } from './support/in-pacts.js';

/**
 * What is owed to the people whom records are about: who has looked, who has been erased, what has been removed in time.
 * The programs add to the first two and change nothing there: the functions do, and only for the pact announced.
 */
export class Privacy1760000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table case_data_access (
        pact_id uuid not null,
        id uuid not null,
        operation text not null,
        purpose text not null,
        principal_id text not null,
        request_id text not null,
        participants uuid[] not null,
        at timestamptz not null default now(),
        constraint case_data_access_pk primary key (pact_id, id),
        constraint case_data_access_pact_fk foreign key (pact_id) references pact (id)
      );
      create index case_data_access_at_ix on case_data_access (pact_id, at);

      create table erasure (
        id uuid not null,
        hash bytea not null,
        pact_id uuid,
        requested_by text not null,
        erased_at timestamptz not null,
        constraint erasure_pk primary key (id),
        constraint erasure_hash_ck check (octet_length(hash) = 32)
      );

      create table retention_run (
        id uuid not null,
        started_at timestamptz not null default now(),
        finished_at timestamptz not null,
        pacts integer not null,
        removed jsonb not null,
        identities_left_behind integer not null,
        constraint retention_run_pk primary key (id)
      );

      ${inPacts('case_data_access')}
      ${audited('erasure', { key: 'id', pact: 'pact_id', told: 'requested_by, erased_at', withheld: 'hash' })}
      revoke update, delete, truncate on case_data_access, erasure, retention_run from patti_app;

      create function blot_out_accesses(people uuid[]) returns integer
      ${AS_OWNER} as $$
        with blotted as (
          update case_data_access set participants = array(
            select case when id = any(people) then no_pact() else id end
            from unnest(participants) with ordinality as u(id, place) order by place
          )
          where pact_id = current_pact() and participants && people
          returning 1
        )
        select count(*)::integer from blotted
      $$;

      -- Never what is younger than a year, whatever is asked.
      create function expire_accesses(before timestamptz) returns integer
      ${AS_OWNER} as $$
        with expired as (
          delete from case_data_access
          where pact_id = current_pact() and at < least(before, now() - interval '1 year')
          returning 1
        )
        select count(*)::integer from expired
      $$;

      revoke all on function blot_out_accesses(uuid[]), expire_accesses(timestamptz) from public;
      grant execute on function blot_out_accesses(uuid[]), expire_accesses(timestamptz) to patti_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function blot_out_accesses(uuid[]), expire_accesses(timestamptz);
      drop table retention_run, erasure, case_data_access;
    `);
  }
}

const AS_OWNER = 'language sql security definer set search_path = pg_catalog, public, pg_temp';
