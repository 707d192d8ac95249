import type { AuditedColumns } from '../support/audited.js';

/**
 * Two graphs without circles. `agenda_tree` counts the changes of each: the count is the version of the tree as a whole.
 * A problem is a cause or an effect by where its links lead; only the core is said.
 */
export const TREES = `
  create table agenda_tree (
    pact_id uuid not null,
    tree text not null,
    version integer not null,
    constraint agenda_tree_pk primary key (pact_id, tree),
    constraint agenda_tree_pact_fk foreign key (pact_id) references pact (id),
    constraint agenda_tree_ck check (tree in ('problem', 'objective'))
  );

  create table problem (
    pact_id uuid not null,
    id uuid not null,
    code text not null,
    title text not null,
    description text,
    is_core boolean not null default false,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint problem_pk primary key (pact_id, id),
    constraint problem_code_uq unique (pact_id, code),
    constraint problem_pact_fk foreign key (pact_id) references pact (id)
  );

  create table problem_link (
    pact_id uuid not null,
    id uuid not null,
    cause_id uuid not null,
    effect_id uuid not null,
    created_at timestamptz not null default now(),
    constraint problem_link_pk primary key (pact_id, id),
    constraint problem_link_uq unique (pact_id, cause_id, effect_id),
    constraint problem_link_cause_fk foreign key (pact_id, cause_id) references problem (pact_id, id)
      on delete cascade,
    constraint problem_link_effect_fk foreign key (pact_id, effect_id) references problem (pact_id, id)
      on delete cascade,
    constraint problem_link_ck check (cause_id <> effect_id)
  );
  create index problem_link_effect_ix on problem_link (pact_id, effect_id);

  create table strategy (
    pact_id uuid not null,
    id uuid not null,
    code text not null,
    title text not null,
    description text,
    horizon text not null,
    until_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint strategy_pk primary key (pact_id, id),
    constraint strategy_code_uq unique (pact_id, code),
    constraint strategy_pact_fk foreign key (pact_id) references pact (id),
    constraint strategy_horizon_ck check (horizon in ('medium_term', 'long_term'))
  );

  create table objective (
    pact_id uuid not null,
    id uuid not null,
    code text not null,
    title text not null,
    description text,
    wording text not null default 'own',
    problem_id uuid,
    strategy_id uuid,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint objective_pk primary key (pact_id, id),
    constraint objective_code_uq unique (pact_id, code),
    constraint objective_pact_fk foreign key (pact_id) references pact (id),
    constraint objective_problem_fk foreign key (pact_id, problem_id) references problem (pact_id, id),
    constraint objective_strategy_fk foreign key (pact_id, strategy_id) references strategy (pact_id, id),
    constraint objective_wording_ck check (wording in ('derived', 'own'))
  );
  create unique index objective_problem_uq on objective (pact_id, problem_id) where problem_id is not null;
  create index objective_strategy_ix on objective (pact_id, strategy_id) where strategy_id is not null;

  create table objective_link (
    pact_id uuid not null,
    id uuid not null,
    means_id uuid not null,
    end_id uuid not null,
    created_at timestamptz not null default now(),
    constraint objective_link_pk primary key (pact_id, id),
    constraint objective_link_uq unique (pact_id, means_id, end_id),
    constraint objective_link_means_fk foreign key (pact_id, means_id) references objective (pact_id, id)
      on delete cascade,
    constraint objective_link_end_fk foreign key (pact_id, end_id) references objective (pact_id, id)
      on delete cascade,
    constraint objective_link_ck check (means_id <> end_id)
  );
  create index objective_link_end_ix on objective_link (pact_id, end_id);
`;

const ENTITY = { pact: 'pact_id', key: 'id' };
const WORDED = 'code, title, version';

/** Descriptions are free text, in which somebody may name a person: told is that there was one. */
export const TRAIL_OF_TREES: Readonly<Record<string, AuditedColumns>> = {
  problem: { ...ENTITY, told: `${WORDED}, is_core`, withheld: 'description' },
  problem_link: { ...ENTITY, told: 'cause_id, effect_id' },
  strategy: { ...ENTITY, told: `${WORDED}, horizon, until_on`, withheld: 'description' },
  objective: { ...ENTITY, told: `${WORDED}, wording, problem_id, strategy_id`, withheld: 'description' },
  objective_link: { ...ENTITY, told: 'means_id, end_id' },
};
