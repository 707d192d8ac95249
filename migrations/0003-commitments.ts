import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each one gives. Quantities are numeric(15,2): whole cents for money, hundredths for hours.
 * delivered, confirmed and disputed repeat what the ledger adds up to, so that reading a commitment reads one row.
 * Deliveries and verdicts are a ledger: rows are added, never changed (see the trigger at the end).
 */
export class Commitments1760000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table commitment (
        pact_id uuid not null,
        id uuid not null,
        promisor_member_id uuid not null,
        title text not null,
        resource_kind text not null,
        quantity numeric(15,2) not null,
        unit text not null,
        competence text,
        starts_on date not null,
        ends_on date not null,
        conditional_on_commitment_id uuid,
        state text not null default 'draft',
        revision integer not null default 1,
        pact_agreed_at timestamptz,
        delivered numeric(15,2) not null default 0,
        confirmed numeric(15,2) not null default 0,
        disputed numeric(15,2) not null default 0,
        fulfilled_on date,
        transferred_from_commitment_id uuid,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        constraint commitment_pk primary key (pact_id, id),
        constraint commitment_promisor_fk foreign key (pact_id, promisor_member_id)
          references membership (pact_id, id),
        constraint commitment_condition_fk foreign key (pact_id, conditional_on_commitment_id)
          references commitment (pact_id, id),
        constraint commitment_transferred_from_fk foreign key (pact_id, transferred_from_commitment_id)
          references commitment (pact_id, id),
        constraint commitment_condition_ck check (conditional_on_commitment_id <> id),
        constraint commitment_quantity_ck check (quantity > 0),
        constraint commitment_whole_cents_ck check (resource_kind <> 'money' or quantity = trunc(quantity)),
        constraint commitment_sums_ck check (confirmed >= 0 and disputed >= 0 and confirmed + disputed <= delivered),
        constraint commitment_competence_ck check (competence is null or resource_kind = 'competence'),
        constraint commitment_period_ck check (ends_on >= starts_on),
        constraint commitment_resource_kind_ck check (resource_kind in
          ('money', 'staff_time', 'competence', 'space', 'equipment', 'places', 'data', 'service')),
        constraint commitment_state_ck check (state in
          ('draft', 'proposed', 'agreed', 'active', 'renegotiating',
           'fulfilled', 'partly_fulfilled', 'breached', 'released'))
      );
      create index commitment_promisor_ix on commitment (pact_id, promisor_member_id);
      create index commitment_condition_ix on commitment (pact_id, conditional_on_commitment_id)
        where conditional_on_commitment_id is not null;
      create index commitment_transferred_from_ix on commitment (pact_id, transferred_from_commitment_id)
        where transferred_from_commitment_id is not null;

      create table commitment_beneficiary (
        pact_id uuid not null,
        commitment_id uuid not null,
        member_id uuid not null,
        agreed_at timestamptz,
        released_at timestamptz,
        constraint commitment_beneficiary_pk primary key (pact_id, commitment_id, member_id),
        constraint commitment_beneficiary_commitment_fk foreign key (pact_id, commitment_id)
          references commitment (pact_id, id) on delete cascade,
        constraint commitment_beneficiary_member_fk foreign key (pact_id, member_id)
          references membership (pact_id, id)
      );
      create index commitment_beneficiary_member_ix on commitment_beneficiary (pact_id, member_id);

      create table commitment_milestone (
        pact_id uuid not null,
        commitment_id uuid not null,
        position smallint not null,
        due_on date not null,
        quantity numeric(15,2) not null,
        constraint commitment_milestone_pk primary key (pact_id, commitment_id, position),
        constraint commitment_milestone_commitment_fk foreign key (pact_id, commitment_id)
          references commitment (pact_id, id) on delete cascade,
        constraint commitment_milestone_quantity_ck check (quantity > 0)
      );

      create table commitment_revision (
        pact_id uuid not null,
        id uuid not null,
        commitment_id uuid not null,
        revision integer not null,
        terms jsonb not null,
        replaced_at timestamptz not null default now(),
        constraint commitment_revision_pk primary key (pact_id, id),
        constraint commitment_revision_number_uq unique (pact_id, commitment_id, revision),
        constraint commitment_revision_commitment_fk foreign key (pact_id, commitment_id)
          references commitment (pact_id, id)
      );

      create table commitment_transition (
        pact_id uuid not null,
        id uuid not null,
        commitment_id uuid not null,
        from_state text not null,
        to_state text not null,
        reason text,
        made_by text not null,
        made_at timestamptz not null default now(),
        constraint commitment_transition_pk primary key (pact_id, id),
        constraint commitment_transition_commitment_fk foreign key (pact_id, commitment_id)
          references commitment (pact_id, id) on delete cascade
      );
      create index commitment_transition_commitment_ix on commitment_transition (pact_id, commitment_id);

      create table delivery (
        pact_id uuid not null,
        id uuid not null,
        commitment_id uuid not null,
        delivered_on date not null,
        quantity numeric(15,2) not null,
        corrects_delivery_id uuid,
        note text,
        evidence jsonb not null default '[]',
        recorded_by text not null,
        recorded_at timestamptz not null default now(),
        constraint delivery_pk primary key (pact_id, id),
        constraint delivery_commitment_fk foreign key (pact_id, commitment_id) references commitment (pact_id, id),
        constraint delivery_corrects_fk foreign key (pact_id, corrects_delivery_id) references delivery (pact_id, id),
        constraint delivery_quantity_ck check (quantity <> 0),
        constraint delivery_sign_ck check ((quantity < 0) = (corrects_delivery_id is not null))
      );
      create index delivery_commitment_ix on delivery (pact_id, commitment_id);
      create index delivery_corrects_ix on delivery (pact_id, corrects_delivery_id)
        where corrects_delivery_id is not null;

      create table delivery_verdict (
        pact_id uuid not null,
        id uuid not null,
        delivery_id uuid not null,
        verdict text not null,
        note text,
        member_id uuid,
        given_by text not null,
        given_at timestamptz not null default now(),
        constraint delivery_verdict_pk primary key (pact_id, id),
        constraint delivery_verdict_delivery_fk foreign key (pact_id, delivery_id) references delivery (pact_id, id),
        constraint delivery_verdict_member_fk foreign key (pact_id, member_id) references membership (pact_id, id),
        constraint delivery_verdict_ck check (verdict in ('confirmed', 'disputed'))
      );
      create index delivery_verdict_delivery_ix on delivery_verdict (pact_id, delivery_id);
      create index delivery_verdict_member_ix on delivery_verdict (pact_id, member_id);

      create table withdrawal_outcome (
        pact_id uuid not null,
        member_id uuid not null,
        commitment_id uuid not null,
        outcome text not null,
        recorded_at timestamptz not null default now(),
        constraint withdrawal_outcome_pk primary key (pact_id, member_id, commitment_id),
        constraint withdrawal_outcome_member_fk foreign key (pact_id, member_id) references membership (pact_id, id),
        constraint withdrawal_outcome_commitment_fk foreign key (pact_id, commitment_id)
          references commitment (pact_id, id),
        constraint withdrawal_outcome_ck check (outcome in ('fulfil', 'transfer', 'release'))
      );
      create index withdrawal_outcome_commitment_ix on withdrawal_outcome (pact_id, commitment_id);

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are only ever added', tg_table_name using errcode = 'restrict_violation';
      end $$;
      create trigger delivery_append_only before update or delete on delivery
        for each row execute function refuse_change();
      create trigger delivery_verdict_append_only before update or delete on delivery_verdict
        for each row execute function refuse_change();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table withdrawal_outcome, delivery_verdict, delivery, commitment_transition, commitment_revision,
        commitment_milestone, commitment_beneficiary, commitment;
      drop function refuse_change();
    `);
  }
}
