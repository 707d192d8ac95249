import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What every request needs: keys, remembered answers, and the outbox that joins a job to its transaction.
 * Remembered answers are sealed: one of them may show a new key.
 */
export class PlatformAndIdentity1760000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table api_key (
        id uuid not null,
        name text not null,
        kind text not null,
        secret_hash bytea not null,
        pacts uuid[] not null default '{}',
        actor_id uuid,
        scopes text[] not null default '{}',
        expires_at timestamptz,
        revoked_at timestamptz,
        created_at timestamptz not null default now(),
        constraint api_key_pk primary key (id),
        constraint api_key_kind_ck check (kind in
          ('admin', 'coordinator', 'member', 'case_worker', 'partner', 'dashboard', 'auditor')),
        constraint api_key_secret_hash_ck check (octet_length(secret_hash) = 32)
      );

      create table idempotency_key (
        principal_id text not null,
        route text not null,
        key text not null,
        request_hash bytea not null,
        answer_sealed bytea not null,
        created_at timestamptz not null default now(),
        constraint idempotency_key_pk primary key (principal_id, route, key)
      );
      create index idempotency_key_created_at_ix on idempotency_key (created_at);

      create table outbox (
        id uuid not null,
        job text not null,
        data jsonb not null,
        dedupe_key text,
        delay_ms integer not null default 0,
        created_at timestamptz not null default now(),
        constraint outbox_pk primary key (id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table outbox, idempotency_key, api_key`);
  }
}
