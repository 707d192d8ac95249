/** What will be done, how far it has come, and by which unit of which actor. */
export const MEASURES = `
  create table actor_unit (
    id uuid not null,
    actor_id uuid not null,
    name text not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint actor_unit_pk primary key (id),
    constraint actor_unit_actor_fk foreign key (actor_id) references actor (id)
  );
  create unique index actor_unit_name_uq on actor_unit (actor_id, lower(name));

  create table measure (
    pact_id uuid not null,
    id uuid not null,
    code text not null,
    title_it text not null,
    title_en text,
    description text,
    pillar_id uuid,
    expected_result_id uuid,
    starts_on date,
    ends_on date,
    duration_months smallint,
    budget_cents bigint,
    responsible_unit_id uuid,
    instrument text,
    target_groups text[] not null default '{}',
    state text not null default 'proposed',
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint measure_pk primary key (pact_id, id),
    constraint measure_code_uq unique (pact_id, code),
    constraint measure_pact_fk foreign key (pact_id) references pact (id),
    constraint measure_pillar_fk foreign key (pact_id, pillar_id) references pillar (pact_id, id),
    constraint measure_result_fk foreign key (pact_id, expected_result_id) references expected_result (pact_id, id),
    constraint measure_unit_fk foreign key (responsible_unit_id) references actor_unit (id),
    constraint measure_period_ck check (ends_on >= starts_on),
    constraint measure_duration_ck check (duration_months > 0),
    constraint measure_budget_ck check (budget_cents > 0),
    constraint measure_state_ck check (state in
      ('proposed', 'approved', 'running', 'suspended', 'completed', 'closed'))
  );
  create index measure_pillar_ix on measure (pact_id, pillar_id) where pillar_id is not null;
  create index measure_result_ix on measure (pact_id, expected_result_id) where expected_result_id is not null;
  create index measure_unit_ix on measure (responsible_unit_id) where responsible_unit_id is not null;

  create table measure_objective (
    pact_id uuid not null,
    measure_id uuid not null,
    objective_id uuid not null,
    constraint measure_objective_pk primary key (pact_id, measure_id, objective_id),
    constraint measure_objective_measure_fk foreign key (pact_id, measure_id) references measure (pact_id, id),
    constraint measure_objective_objective_fk foreign key (pact_id, objective_id) references objective (pact_id, id)
  );
  create index measure_objective_objective_ix on measure_objective (pact_id, objective_id);

  create table measure_indicator (
    pact_id uuid not null,
    measure_id uuid not null,
    indicator text not null,
    constraint measure_indicator_pk primary key (pact_id, measure_id, indicator),
    constraint measure_indicator_measure_fk foreign key (pact_id, measure_id) references measure (pact_id, id)
  );

  create table measure_transition (
    pact_id uuid not null,
    id uuid not null,
    measure_id uuid not null,
    from_state text not null,
    to_state text not null,
    reason text,
    decision_id uuid,
    made_by text not null,
    made_at timestamptz not null default now(),
    constraint measure_transition_pk primary key (pact_id, id),
    constraint measure_transition_measure_fk foreign key (pact_id, measure_id) references measure (pact_id, id),
    constraint measure_transition_decision_fk foreign key (pact_id, decision_id) references decision (pact_id, id)
  );
  create index measure_transition_measure_ix on measure_transition (pact_id, measure_id);
  create index measure_transition_decision_ix on measure_transition (pact_id, decision_id)
    where decision_id is not null;

  create table measure_progress (
    pact_id uuid not null,
    id uuid not null,
    measure_id uuid not null,
    on_day date not null,
    done_share numeric(3,2) not null,
    note text,
    recorded_by text not null,
    recorded_at timestamptz not null default now(),
    constraint measure_progress_pk primary key (pact_id, id),
    constraint measure_progress_measure_fk foreign key (pact_id, measure_id) references measure (pact_id, id),
    constraint measure_progress_share_ck check (done_share between 0 and 1)
  );
  create index measure_progress_latest_ix on measure_progress (pact_id, measure_id, on_day desc, id desc);
`;
