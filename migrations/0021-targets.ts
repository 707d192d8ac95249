import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { inPacts } from './support/in-pacts.js';

/** What a pact wants an indicator to reach. What a target said before stays readable, also when it is removed. */
export class Targets1760000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table target (
        pact_id uuid not null,
        id uuid not null,
        indicator text not null,
        indicator_type text not null,
        period text not null,
        cell text not null,
        breakdown jsonb not null,
        baseline_value numeric,
        baseline_period text,
        value numeric not null,
        direction text not null,
        owner_member_id uuid,
        rationale text,
        version integer not null default 1,
        created_at timestamptz not null default now(),
        updated_at timestamptz not null default now(),
        removed_at timestamptz,
        constraint target_pk primary key (pact_id, id),
        constraint target_pact_fk foreign key (pact_id) references pact (id),
        constraint target_owner_fk foreign key (pact_id, owner_member_id) references membership (pact_id, id),
        constraint target_type_ck check (indicator_type in ('population', 'performance')),
        constraint target_owner_ck check ((owner_member_id is null) = (indicator_type = 'population')),
        constraint target_direction_ck check (direction in ('up', 'down')),
        constraint target_baseline_ck check (baseline_period is null or baseline_value is not null)
      );
      create unique index target_place_uq on target (pact_id, indicator, period, cell) where removed_at is null;
      create index target_owner_ix on target (pact_id, owner_member_id) where owner_member_id is not null;

      create table target_version (
        pact_id uuid not null,
        target_id uuid not null,
        version integer not null,
        change text not null,
        terms jsonb not null,
        made_by text not null,
        made_at timestamptz not null default now(),
        constraint target_version_pk primary key (pact_id, target_id, version),
        constraint target_version_target_fk foreign key (pact_id, target_id) references target (pact_id, id),
        constraint target_version_change_ck check (change in ('set', 'replaced', 'removed'))
      );
      create trigger target_version_append_only before update or delete on target_version
        for each row execute function refuse_change();

      ${inPacts('target')}
      ${inPacts('target_version')}
      ${audited('target', {
        pact: 'pact_id',
        key: 'id',
        told: `indicator, indicator_type, period, cell, baseline_value, baseline_period, value, direction,
          owner_member_id, version, removed_at`,
        withheld: 'rationale',
        ignored: 'breakdown',
      })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table target_version, target`);
  }
}
