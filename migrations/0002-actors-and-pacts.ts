import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part, and the agreement they sign. Pact rows carry (pact_id, id): see docs/adr/0004. */
export class ActorsAndPacts1760000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table actor (
        id uuid not null,
        name text not null,
        system text not null,
        kind text not null,
        tax_code text,
        territory text[] not null default '{}',
        contacts jsonb not null default '[]',
        web_page text,
        competences text[] not null default '{}',
        services jsonb not null default '[]',
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint actor_pk primary key (id),
        constraint actor_tax_code_uq unique (tax_code),
        constraint actor_system_ck check (system in ('public', 'third_sector', 'economic_productive', 'community'))
      );

      create table pact (
        id uuid not null,
        title text not null,
        common_agenda text not null,
        territory text[] not null default '{}',
        starts_on date not null,
        ends_on date,
        state text not null default 'draft',
        ratification_rule jsonb not null,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint pact_pk primary key (id),
        constraint pact_period_ck check (ends_on >= starts_on),
        constraint pact_state_ck check (state in
          ('draft', 'consultation', 'open_for_signature', 'active', 'under_review', 'renewed', 'closed'))
      );

      create table pact_transition (
        pact_id uuid not null,
        id uuid not null,
        from_state text not null,
        to_state text not null,
        reason text,
        made_by text not null,
        made_at timestamptz not null default now(),
        constraint pact_transition_pk primary key (pact_id, id),
        constraint pact_transition_pact_fk foreign key (pact_id) references pact (id)
      );

      create table pact_version (
        pact_id uuid not null,
        id uuid not null,
        number integer not null,
        text text not null,
        content_hash text,
        published_at timestamptz,
        in_force_at timestamptz,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        constraint pact_version_pk primary key (pact_id, id),
        constraint pact_version_number_uq unique (pact_id, number),
        constraint pact_version_pact_fk foreign key (pact_id) references pact (id),
        constraint pact_version_published_ck check ((published_at is null) = (content_hash is null)),
        constraint pact_version_in_force_ck check (in_force_at is null or published_at is not null)
      );

      create table membership (
        pact_id uuid not null,
        id uuid not null,
        actor_id uuid not null,
        role text not null,
        state text not null default 'joined',
        joined_on date not null,
        signed_version_number integer,
        withdrawal_announced_on date,
        withdrawal_effective_on date,
        withdrawn_on date,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint membership_pk primary key (pact_id, id),
        constraint membership_pact_fk foreign key (pact_id) references pact (id),
        constraint membership_actor_fk foreign key (actor_id) references actor (id),
        constraint membership_signed_version_fk foreign key (pact_id, signed_version_number)
          references pact_version (pact_id, number),
        constraint membership_role_ck check (role in ('promoter', 'signatory', 'supporter', 'observer')),
        constraint membership_state_ck check (state in ('joined', 'signed', 'withdrawing', 'withdrawn')),
        constraint membership_notice_ck check (withdrawal_effective_on >= withdrawal_announced_on)
      );
      create unique index membership_actor_uq on membership (pact_id, actor_id) where state <> 'withdrawn';
      create index membership_actor_id_ix on membership (actor_id);
      create index membership_signed_version_ix on membership (pact_id, signed_version_number)
        where signed_version_number is not null;

      create table signature (
        pact_id uuid not null,
        id uuid not null,
        member_id uuid not null,
        version_number integer not null,
        version_hash text not null,
        signatory_name text not null,
        signed_on date not null,
        recorded_at timestamptz not null default now(),
        constraint signature_pk primary key (pact_id, id),
        constraint signature_member_version_uq unique (pact_id, member_id, version_number),
        constraint signature_member_fk foreign key (pact_id, member_id) references membership (pact_id, id),
        constraint signature_version_fk foreign key (pact_id, version_number)
          references pact_version (pact_id, number)
      );
      create index signature_version_ix on signature (pact_id, version_number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table signature, membership, pact_version, pact_transition, pact, actor`);
  }
}
