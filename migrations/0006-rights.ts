import type { MigrationInterface, QueryRunner } from 'typeorm';
import { inPacts, notInPacts } from './support/in-pacts.js';

const IN_PACTS = [
  'pact_transition',
  'membership',
  'signature',
  'commitment',
  'commitment_beneficiary',
  'commitment_milestone',
  'commitment_revision',
  'commitment_transition',
  'delivery',
  'delivery_verdict',
  'withdrawal_outcome',
  'participant',
  'outcome_batch',
  'outcome_batch_results',
  'participant_record',
  'pathway',
  'employment_spell',
  'record_history',
  'indicator_settings',
  'indicator_state',
  'fact_source',
  'fact_pathway',
  'fact_employment',
  'figure',
];

/** What can be listed over all pacts: which there are, and what is due in them. No person stands here. */
const ACROSS_PACTS = ['pact_version', 'monitoring_run', 'recomputation_due'];

/**
 * The second wall. The programs work as `patti_app`, which owns nothing, and see the rows of the pact that is announced
 * with each statement; without one, none. The tables' owner is held to it too.
 */
export class Rights1760000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'patti_app') then
          create role patti_app nologin;
        end if;
      exception when duplicate_object or unique_violation then null;
      end $$;

      create function current_pact() returns uuid language sql stable parallel safe
        return nullif(current_setting('patti.pact', true), '')::uuid;
      create function no_pact() returns uuid language sql immutable parallel safe
        return '00000000-0000-0000-0000-000000000000'::uuid;

      grant usage on schema public to patti_app;
      grant select, insert, update, delete on all tables in schema public to patti_app;
      revoke insert, update, delete on migrations from patti_app;
      alter default privileges in schema public grant select, insert, update, delete on tables to patti_app;

      -- What no policy holds. Where the owner may not say so, PostgreSQL only warns.
      revoke execute on function lo_create(oid), lo_creat(integer), lo_from_bytea(oid, bytea),
        lo_put(oid, bigint, bytea) from public;
    `);
    for (const table of IN_PACTS) await runner.query(inPacts(table));
    for (const table of ACROSS_PACTS) await runner.query(inPacts(table, { listedAcross: true }));
    await runner.query(inPacts('pact', { key: 'id', listedAcross: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...IN_PACTS, ...ACROSS_PACTS, 'pact']) await runner.query(notInPacts(table));
    await runner.query(`
      alter default privileges in schema public revoke select, insert, update, delete on tables from patti_app;
      revoke all on all tables in schema public from patti_app;
      revoke usage on schema public from patti_app;
      drop function current_pact(), no_pact();
    `);
  }
}
