import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { inPacts } from './support/in-pacts.js';

/**
 * What actors can do and where, what a pact needs, and the professionals it vouches for. Services get ids, so that
 * directories elsewhere find them again. A professional is a person: nothing of it enters the trail but that there was
 * one, and its row can be removed.
 */
export class Knowledge1760000000026 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(COMPETENCES + PROFESSIONALS + WALLS + TRAIL);
    await runner.query(`
      update actor set services = (
        select jsonb_agg(jsonb_build_object('id', gen_random_uuid()) || service order by place)
        from jsonb_array_elements(services) with ordinality as s (service, place))
      where services <> '[]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update actor set services = (
        select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', service -> 'name',
          'description', service -> 'description')) order by place)
        from jsonb_array_elements(services) with ordinality as s (service, place))
      where services <> '[]';
      set constraints all immediate;
      drop table professional_endorsement, professional, competence_need, actor_competence;
    `);
  }
}

const COMPETENCES = `
  create table actor_competence (
    actor_id uuid not null,
    code text not null,
    detail text,
    territory text[] not null default '{}',
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint actor_competence_pk primary key (actor_id, code),
    constraint actor_competence_actor_fk foreign key (actor_id) references actor (id)
  );
  create index actor_competence_code_ix on actor_competence (code);

  create table competence_need (
    pact_id uuid not null,
    code text not null,
    detail text,
    territory text[] not null default '{}',
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint competence_need_pk primary key (pact_id, code),
    constraint competence_need_pact_fk foreign key (pact_id) references pact (id)
  );
`;

const PROFESSIONALS = `
  create table professional (
    pact_id uuid not null,
    id uuid not null,
    name text not null,
    roles text[] not null,
    member_id uuid,
    email text,
    phone text,
    qualifications jsonb not null,
    territory text[] not null default '{}',
    registered_on date not null,
    until_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint professional_pk primary key (pact_id, id),
    constraint professional_pact_fk foreign key (pact_id) references pact (id),
    constraint professional_member_fk foreign key (pact_id, member_id) references membership (pact_id, id),
    constraint professional_period_ck check (until_on >= registered_on)
  );
  create index professional_member_ix on professional (pact_id, member_id) where member_id is not null;

  create table professional_endorsement (
    pact_id uuid not null,
    professional_id uuid not null,
    member_id uuid not null,
    endorsed_on date not null,
    constraint professional_endorsement_pk primary key (pact_id, professional_id, member_id),
    constraint professional_endorsement_professional_fk foreign key (pact_id, professional_id)
      references professional (pact_id, id) on delete cascade,
    constraint professional_endorsement_member_fk foreign key (pact_id, member_id)
      references membership (pact_id, id)
  );
  create index professional_endorsement_member_ix on professional_endorsement (pact_id, member_id);
`;

const WALLS = ['competence_need', 'professional', 'professional_endorsement']
  .map((table) => inPacts(table))
  .join('');

const TRAIL = [
  audited('actor_competence', { key: 'actor_id, code', told: 'territory, version', withheld: 'detail' }),
  audited('competence_need', {
    pact: 'pact_id',
    key: 'code',
    told: 'territory, version',
    withheld: 'detail',
  }),
  audited('professional', {
    pact: 'pact_id',
    key: 'id',
    told: 'version',
    withheld: 'name, roles, member_id, email, phone, qualifications, territory, registered_on, until_on',
  }),
  audited('professional_endorsement', {
    pact: 'pact_id',
    key: 'professional_id, member_id',
    told: '',
    withheld: 'endorsed_on',
  }),
].join('');
