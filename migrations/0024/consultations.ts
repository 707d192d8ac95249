import { audited } from '../support/audited.js';
import { inPacts } from '../support/in-pacts.js';

const OF_PACT = { pact: 'pact_id', key: 'id' };

/** Who is asked, what they say, what becomes of it; how often that is to happen, and who is told when it does not. */
export const CONSULTATIONS_AND_ALERTS = `
  create table consultation (
    pact_id uuid not null,
    id uuid not null,
    body_id uuid,
    kind text not null,
    title text not null,
    question text not null,
    starts_on date not null,
    ends_on date not null,
    invited_groups text[] not null default '{}',
    state text not null default 'planned',
    synthesis text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint consultation_pk primary key (pact_id, id),
    constraint consultation_pact_fk foreign key (pact_id) references pact (id),
    constraint consultation_body_fk foreign key (pact_id, body_id) references body (pact_id, id),
    constraint consultation_period_ck check (ends_on >= starts_on),
    constraint consultation_kind_ck check (kind in
      ('public_meeting', 'workshop', 'interviews', 'focus_group', 'survey', 'written', 'online')),
    constraint consultation_state_ck check (state in ('planned', 'open', 'closed', 'cancelled')),
    constraint consultation_synthesis_ck check (state <> 'closed' or synthesis is not null)
  );
  create index consultation_body_ix on consultation (pact_id, body_id) where body_id is not null;

  create table consultation_invitation (
    pact_id uuid not null,
    consultation_id uuid not null,
    actor_id uuid not null,
    constraint consultation_invitation_pk primary key (pact_id, consultation_id, actor_id),
    constraint consultation_invitation_consultation_fk foreign key (pact_id, consultation_id)
      references consultation (pact_id, id),
    constraint consultation_invitation_actor_fk foreign key (actor_id) references actor (id)
  );
  create index consultation_invitation_actor_ix on consultation_invitation (actor_id);

  create table contribution (
    pact_id uuid not null,
    id uuid not null,
    consultation_id uuid not null,
    actor_id uuid,
    group_name text,
    text text not null,
    received_on date not null,
    outcome text,
    reason text,
    decision_id uuid,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint contribution_pk primary key (pact_id, id),
    constraint contribution_consultation_fk foreign key (pact_id, consultation_id)
      references consultation (pact_id, id),
    constraint contribution_actor_fk foreign key (actor_id) references actor (id),
    constraint contribution_decision_fk foreign key (pact_id, decision_id) references decision (pact_id, id),
    constraint contribution_from_ck check ((actor_id is null) <> (group_name is null)),
    constraint contribution_outcome_ck check (outcome in ('accepted', 'partly_accepted', 'rejected')),
    constraint contribution_reason_ck check ((outcome is null) = (reason is null)
      and (decision_id is null or outcome is not null))
  );
  create index contribution_consultation_ix on contribution (pact_id, consultation_id);
  create index contribution_actor_ix on contribution (actor_id) where actor_id is not null;
  create index contribution_decision_ix on contribution (pact_id, decision_id) where decision_id is not null;

  create table cadence (
    pact_id uuid not null,
    consultations_a_year smallint not null,
    verification_meetings_a_year smallint not null,
    mandate_notice_days smallint not null,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint cadence_pk primary key (pact_id),
    constraint cadence_pact_fk foreign key (pact_id) references pact (id),
    constraint cadence_counts_ck check (consultations_a_year between 0 and 52
      and verification_meetings_a_year between 0 and 52 and mandate_notice_days between 0 and 365)
  );

  create table alert (
    pact_id uuid not null,
    id uuid not null,
    kind text not null,
    subject_kind text not null,
    subject_id uuid not null,
    subject_key text not null,
    since date not null,
    must_act text not null,
    must_act_actor_id uuid,
    raised_at timestamptz not null default now(),
    resolved_at timestamptz,
    constraint alert_pk primary key (pact_id, id),
    constraint alert_pact_fk foreign key (pact_id) references pact (id),
    constraint alert_must_act_actor_fk foreign key (must_act_actor_id) references actor (id),
    constraint alert_must_act_ck check (must_act in ('coordinator', 'actor')
      and (must_act = 'actor') = (must_act_actor_id is not null))
  );
  create unique index alert_open_uq on alert (pact_id, kind, subject_key) where resolved_at is null;
  create index alert_must_act_actor_ix on alert (must_act_actor_id) where must_act_actor_id is not null;

  ${['consultation', 'consultation_invitation', 'contribution', 'cadence', 'alert']
    .map((table) => inPacts(table))
    .join('\n')}
  ${audited('consultation', {
    ...OF_PACT,
    told: 'body_id, kind, title, starts_on, ends_on, invited_groups, state, version',
    digested: 'question, synthesis',
  })}
  ${audited('consultation_invitation', { ...OF_PACT, key: 'consultation_id, actor_id', told: '' })}
  ${audited('contribution', {
    ...OF_PACT,
    told: 'consultation_id, actor_id, received_on, outcome, decision_id, version',
    withheld: 'group_name, text, reason',
  })}
  ${audited('cadence', {
    pact: 'pact_id',
    key: 'pact_id',
    told: 'consultations_a_year, verification_meetings_a_year, mandate_notice_days, version',
  })}
`;
