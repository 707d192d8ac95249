import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, type AuditedColumns } from './support/audited.js';

const BEFORE: AuditedColumns = {
  pact: 'pact_id',
  key: 'id',
  told: 'person_id, kind, actor_id, created_by, revoked_by, revoked_at',
  withheld: 'name',
};
const AFTER: AuditedColumns = { ...BEFORE, told: `${BEFORE.told}, scopes, expires_at` };

/** What a person is granted can be widened by scopes and can end by itself, as a key's role can. */
export class GrantScopes1760000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table role_grant
        add column scopes text[] not null default '{}',
        add column expires_at timestamptz;
      create index role_grant_scopes_ix on role_grant using gin (scopes);

      drop trigger audited on role_grant;
      ${audited('role_grant', AFTER)}
    `);
  }

  /** What was granted with an end has none any more: it ends with this step, lest it go on for ever. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update role_grant set revoked_at = now(), revoked_by = 'patti'
        where expires_at is not null and revoked_at is null;
      set constraints all immediate;

      drop trigger audited on role_grant;
      drop index role_grant_scopes_ix;
      alter table role_grant drop column expires_at, drop column scopes;
      ${audited('role_grant', BEFORE)}
    `);
  }
}
