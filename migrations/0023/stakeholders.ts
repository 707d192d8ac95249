import type { AuditedColumns } from '../support/audited.js';

/** What stakeholders want changes with time: how they stood is added to, never changed. */
export const STAKEHOLDERS = `
  create table stakeholder (
    pact_id uuid not null,
    id uuid not null,
    name text not null,
    actor_id uuid,
    description text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    removed_at timestamptz,
    constraint stakeholder_pk primary key (pact_id, id),
    constraint stakeholder_pact_fk foreign key (pact_id) references pact (id),
    constraint stakeholder_actor_fk foreign key (actor_id) references actor (id)
  );
  create unique index stakeholder_actor_uq on stakeholder (pact_id, actor_id)
    where actor_id is not null and removed_at is null;
  create index stakeholder_actor_ix on stakeholder (actor_id) where actor_id is not null;

  create table stakeholder_stance (
    pact_id uuid not null,
    id uuid not null,
    stakeholder_id uuid not null,
    held_on date not null,
    interest smallint not null,
    influence smallint not null,
    position text not null,
    note text,
    made_by text not null,
    made_at timestamptz not null default now(),
    constraint stakeholder_stance_pk primary key (pact_id, id),
    constraint stakeholder_stance_stakeholder_fk foreign key (pact_id, stakeholder_id)
      references stakeholder (pact_id, id),
    constraint stakeholder_stance_ck check (interest between 1 and 5 and influence between 1 and 5),
    constraint stakeholder_stance_position_ck check (position in ('supportive', 'neutral', 'opposed', 'unknown'))
  );
  create index stakeholder_stance_stakeholder_ix on stakeholder_stance (pact_id, stakeholder_id, held_on, id);
  create trigger stakeholder_stance_append_only before update or delete on stakeholder_stance
    for each row execute function refuse_change();

  create table stakeholder_alignment (
    pact_id uuid not null,
    id uuid not null,
    stakeholder_id uuid not null,
    objective_id uuid not null,
    held_on date not null,
    level smallint not null,
    note text,
    made_by text not null,
    made_at timestamptz not null default now(),
    constraint stakeholder_alignment_pk primary key (pact_id, id),
    constraint stakeholder_alignment_stakeholder_fk foreign key (pact_id, stakeholder_id)
      references stakeholder (pact_id, id),
    constraint stakeholder_alignment_objective_fk foreign key (pact_id, objective_id)
      references objective (pact_id, id),
    constraint stakeholder_alignment_ck check (level between -2 and 2)
  );
  create index stakeholder_alignment_stakeholder_ix
    on stakeholder_alignment (pact_id, stakeholder_id, objective_id, held_on, id);
  create index stakeholder_alignment_objective_ix on stakeholder_alignment (pact_id, objective_id);
  create trigger stakeholder_alignment_append_only before update or delete on stakeholder_alignment
    for each row execute function refuse_change();
`;

const ENTITY = { pact: 'pact_id', key: 'id' };

export const TRAIL_OF_STAKEHOLDERS: Readonly<Record<string, AuditedColumns>> = {
  stakeholder: { ...ENTITY, told: 'actor_id, version, removed_at', withheld: 'name, description' },
  stakeholder_stance: {
    ...ENTITY,
    told: 'stakeholder_id, held_on, interest, influence, position, made_by, made_at',
    withheld: 'note',
  },
  stakeholder_alignment: {
    ...ENTITY,
    told: 'stakeholder_id, objective_id, held_on, level, made_by, made_at',
    withheld: 'note',
  },
};
