import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A key has at most two living secrets: after a rotation the older one works until its end. Observers are a kind of
 * their own. Whose a source is, is asked with every batch, hence the index on scopes. Who may change an actor depends on
 * the pacts it takes part in, so memberships can be listed over all pacts; no person stands there.
 */
export class ApiKeyLife1760000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table api_key
        drop constraint api_key_kind_ck,
        add constraint api_key_kind_ck check (kind in
          ('admin', 'coordinator', 'member', 'case_worker', 'observer', 'partner', 'dashboard', 'auditor')),
        add column last_used_at timestamptz,
        add column older_secret_hash bytea,
        add column older_secret_until timestamptz,
        add constraint api_key_older_secret_ck check (
          (older_secret_hash is null) = (older_secret_until is null) and octet_length(older_secret_hash) = 32);

      create index api_key_scopes_ix on api_key using gin (scopes);

      create policy across_pacts on membership for select using (current_pact() = no_pact());
    `);
  }

  /** Keys of observers cannot be told in the old words; they end. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy across_pacts on membership;

      delete from api_key where kind = 'observer';

      drop index api_key_scopes_ix;
      alter table api_key
        drop column older_secret_until,
        drop column older_secret_hash,
        drop column last_used_at,
        drop constraint api_key_kind_ck,
        add constraint api_key_kind_ck check (kind in
          ('admin', 'coordinator', 'member', 'case_worker', 'partner', 'dashboard', 'auditor'));
    `);
  }
}
