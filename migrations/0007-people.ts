import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People sign in with tokens of an issuer; here they have an id that says nothing about them, and roles. A grant is read
 * before it is known in which pact its holder acts, so it belongs to the person and not to the pact.
 */
export class People1760000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid not null,
        issuer text not null,
        subject text not null,
        created_at timestamptz not null default now(),
        constraint person_pk primary key (id),
        constraint person_subject_uq unique (issuer, subject)
      );

      create table role_grant (
        id uuid not null,
        person_id uuid not null,
        kind text not null,
        pact_id uuid,
        actor_id uuid,
        name text,
        created_by text not null,
        created_at timestamptz not null default now(),
        revoked_by text,
        revoked_at timestamptz,
        constraint role_grant_pk primary key (id),
        constraint role_grant_person_fk foreign key (person_id) references person (id),
        constraint role_grant_pact_fk foreign key (pact_id) references pact (id),
        constraint role_grant_actor_fk foreign key (actor_id) references actor (id),
        constraint role_grant_kind_ck check (kind in
          ('admin', 'coordinator', 'member', 'case_worker', 'observer', 'partner', 'dashboard', 'auditor')),
        constraint role_grant_pact_ck check (case kind
          when 'admin' then pact_id is null when 'auditor' then true else pact_id is not null end),
        constraint role_grant_actor_ck check ((kind in ('member', 'case_worker')) = (actor_id is not null)),
        constraint role_grant_revoked_ck check ((revoked_at is null) = (revoked_by is null))
      );
      create unique index role_grant_held_uq on role_grant (person_id, kind, pact_id, actor_id)
        nulls not distinct where revoked_at is null;
      create index role_grant_pact_ix on role_grant (pact_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table role_grant, person`);
  }
}
