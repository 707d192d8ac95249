import { audited } from '../support/audited.js';
import { inPacts } from '../support/in-pacts.js';

const OF_PACT = { pact: 'pact_id', key: 'id' };

/** Who decides, under which mandate, and with whom in it. */
export const BODIES = `
  create table body (
    pact_id uuid not null,
    id uuid not null,
    kind text not null,
    level text not null,
    name text not null,
    description text,
    parent_body_id uuid,
    opened_on date not null,
    closed_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint body_pk primary key (pact_id, id),
    constraint body_pact_fk foreign key (pact_id) references pact (id),
    constraint body_parent_fk foreign key (pact_id, parent_body_id) references body (pact_id, id),
    constraint body_parent_ck check (parent_body_id <> id),
    constraint body_period_ck check (closed_on >= opened_on),
    constraint body_kind_ck check (kind in
      ('steering_committee', 'political_table', 'technical_table', 'working_group', 'promoter_group',
       'technical_unit', 'task_force', 'assembly', 'single_access_point')),
    constraint body_level_ck check (level in ('municipal', 'inter_municipal', 'provincial', 'regional'))
  );
  create index body_parent_ix on body (pact_id, parent_body_id) where parent_body_id is not null;

  create table body_link (
    pact_id uuid not null,
    body_id uuid not null,
    other_body_id uuid not null,
    kind text not null,
    constraint body_link_pk primary key (pact_id, body_id, other_body_id),
    constraint body_link_body_fk foreign key (pact_id, body_id) references body (pact_id, id),
    constraint body_link_other_fk foreign key (pact_id, other_body_id) references body (pact_id, id),
    constraint body_link_other_ck check (other_body_id <> body_id),
    constraint body_link_kind_ck check (kind in ('coordinates_with', 'advises', 'reports_to'))
  );
  create index body_link_other_ix on body_link (pact_id, other_body_id);

  create table body_member (
    pact_id uuid not null,
    id uuid not null,
    body_id uuid not null,
    actor_id uuid not null,
    role text not null,
    voting boolean not null,
    starts_on date not null,
    ends_on date,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint body_member_pk primary key (pact_id, id),
    constraint body_member_body_fk foreign key (pact_id, body_id) references body (pact_id, id),
    constraint body_member_actor_fk foreign key (actor_id) references actor (id),
    constraint body_member_period_ck check (ends_on >= starts_on),
    constraint body_member_role_ck check (role in ('chair', 'vice_chair', 'secretary', 'member', 'adviser'))
  );
  create index body_member_body_ix on body_member (pact_id, body_id, actor_id);
  create index body_member_actor_ix on body_member (actor_id);

  create table mandate (
    pact_id uuid not null,
    id uuid not null,
    body_id uuid not null,
    purpose text not null,
    powers text[] not null default '{}',
    starts_on date not null,
    ends_on date not null,
    reports_to_body_id uuid,
    reporting text,
    quorum text not null,
    majority text not null,
    ties text not null,
    delegations_per_delegate smallint not null default 0,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint mandate_pk primary key (pact_id, id),
    constraint mandate_of_body_uq unique (pact_id, body_id, id),
    constraint mandate_body_fk foreign key (pact_id, body_id) references body (pact_id, id),
    constraint mandate_reports_to_fk foreign key (pact_id, reports_to_body_id) references body (pact_id, id),
    constraint mandate_reports_to_ck check (reports_to_body_id <> body_id),
    constraint mandate_period_ck check (ends_on >= starts_on),
    constraint mandate_quorum_ck check (quorum in
      ('one_third', 'half', 'more_than_half', 'two_thirds', 'three_quarters', 'all')),
    constraint mandate_majority_ck check (majority in
      ('simple', 'absolute', 'two_thirds', 'two_thirds_of_members', 'unanimity')),
    constraint mandate_ties_ck check (ties in ('fail', 'chair')),
    constraint mandate_delegations_ck check (delegations_per_delegate between 0 and 20)
  );
  create index mandate_reports_to_ix on mandate (pact_id, reports_to_body_id) where reports_to_body_id is not null;

  ${['body', 'body_link', 'body_member', 'mandate'].map((table) => inPacts(table)).join('\n')}
  ${audited('body', {
    ...OF_PACT,
    told: 'kind, level, name, parent_body_id, opened_on, closed_on, version',
    digested: 'description',
  })}
  ${audited('body_link', { ...OF_PACT, key: 'body_id, other_body_id', told: 'kind' })}
  ${audited('body_member', { ...OF_PACT, told: 'body_id, actor_id, role, voting, starts_on, ends_on, version' })}
  ${audited('mandate', {
    ...OF_PACT,
    told: `body_id, powers, starts_on, ends_on, reports_to_body_id, quorum, majority, ties,
      delegations_per_delegate, version`,
    digested: 'purpose, reporting',
  })}
`;
