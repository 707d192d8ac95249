import { audited } from '../support/audited.js';
import { inPacts } from '../support/in-pacts.js';

const OF_PACT = { pact: 'pact_id', key: 'id' };

const MEETINGS = `
  create table meeting (
    pact_id uuid not null,
    id uuid not null,
    body_id uuid not null,
    kind text not null,
    title text not null,
    held_on date not null,
    place text,
    agenda jsonb not null default '[]',
    state text not null default 'planned',
    minutes text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint meeting_pk primary key (pact_id, id),
    constraint meeting_of_body_uq unique (pact_id, body_id, id),
    constraint meeting_body_fk foreign key (pact_id, body_id) references body (pact_id, id),
    constraint meeting_kind_ck check (kind in ('ordinary', 'extraordinary', 'verification', 'founding')),
    constraint meeting_state_ck check (state in ('planned', 'convened', 'held', 'minuted', 'cancelled')),
    constraint meeting_minutes_ck check (state <> 'minuted' or minutes is not null)
  );

  create table attendance (
    pact_id uuid not null,
    meeting_id uuid not null,
    actor_id uuid not null,
    status text not null,
    delegate_actor_id uuid,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint attendance_pk primary key (pact_id, meeting_id, actor_id),
    constraint attendance_meeting_fk foreign key (pact_id, meeting_id) references meeting (pact_id, id),
    constraint attendance_actor_fk foreign key (actor_id) references actor (id),
    constraint attendance_delegate_fk foreign key (delegate_actor_id) references actor (id),
    constraint attendance_status_ck check (status in ('present', 'excused', 'absent', 'delegated')),
    constraint attendance_delegate_ck check (
      (status = 'delegated') = (delegate_actor_id is not null) and delegate_actor_id <> actor_id)
  );
  create index attendance_actor_ix on attendance (actor_id);
  create index attendance_delegate_ix on attendance (delegate_actor_id) where delegate_actor_id is not null;
`;

/** What closing a vote came to stands in its row, and the row itself says whether that is enough. */
const VOTES = `
  create table proposal (
    pact_id uuid not null,
    id uuid not null,
    body_id uuid not null,
    meeting_id uuid,
    mandate_id uuid,
    proposer_actor_id uuid,
    kind text not null,
    title text not null,
    text text not null,
    submitted_on date not null,
    state text not null default 'draft',
    opened_at timestamptz,
    closed_at timestamptz,
    result text,
    quorum text,
    majority text,
    voting_members integer,
    taking_part integer,
    quorum_needed integer,
    votes_for integer,
    votes_against integer,
    abstentions integer,
    votes_needed integer,
    chair_decided boolean,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint proposal_pk primary key (pact_id, id),
    constraint proposal_result_uq unique (pact_id, id, result),
    constraint proposal_body_fk foreign key (pact_id, body_id) references body (pact_id, id),
    constraint proposal_meeting_fk foreign key (pact_id, body_id, meeting_id)
      references meeting (pact_id, body_id, id),
    constraint proposal_mandate_fk foreign key (pact_id, body_id, mandate_id)
      references mandate (pact_id, body_id, id),
    constraint proposal_proposer_fk foreign key (proposer_actor_id) references actor (id),
    constraint proposal_kind_ck check (kind in
      ('general', 'pact_amendment', 'target', 'measure', 'commitment_release', 'mandate', 'funding')),
    constraint proposal_state_ck check (state in ('draft', 'open', 'closed', 'withdrawn')),
    constraint proposal_result_ck check (result in ('adopted', 'no-quorum', 'no-majority')),
    constraint proposal_closed_ck check ((state = 'closed') = (result is not null)
      and (result is null) = (num_nulls(mandate_id, closed_at, quorum, majority, voting_members, taking_part,
        quorum_needed, votes_for, votes_against, abstentions, votes_needed, chair_decided) > 0)),
    constraint proposal_counts_ck check (votes_for + votes_against + abstentions <= taking_part
      and taking_part <= voting_members and quorum_needed > 0 and votes_needed > 0),
    constraint proposal_quorum_met_ck check ((result = 'no-quorum') = (taking_part < quorum_needed)),
    constraint proposal_majority_met_ck check (result = 'no-quorum'
      or (result = 'no-majority') = (votes_for < votes_needed))
  );
  create index proposal_body_ix on proposal (pact_id, body_id, meeting_id);
  create index proposal_mandate_ix on proposal (pact_id, body_id, mandate_id) where mandate_id is not null;
  create index proposal_proposer_ix on proposal (proposer_actor_id) where proposer_actor_id is not null;

  create table vote (
    pact_id uuid not null,
    id uuid not null,
    proposal_id uuid not null,
    actor_id uuid not null,
    choice text not null,
    cast_by_actor_id uuid not null,
    recorded_by text not null,
    cast_at timestamptz not null default now(),
    constraint vote_pk primary key (pact_id, id),
    constraint vote_once_uq unique (pact_id, proposal_id, actor_id),
    constraint vote_proposal_fk foreign key (pact_id, proposal_id) references proposal (pact_id, id),
    constraint vote_actor_fk foreign key (actor_id) references actor (id),
    constraint vote_cast_by_fk foreign key (cast_by_actor_id) references actor (id),
    constraint vote_choice_ck check (choice in ('for', 'against', 'abstain'))
  );
  create index vote_actor_ix on vote (actor_id);
  create index vote_cast_by_ix on vote (cast_by_actor_id);
  create trigger vote_append_only before update or delete on vote for each row execute function refuse_change();
`;

/** Nothing but an adopted proposal can be pointed at: a decision without quorum or majority has no row. */
const DECISIONS = `
  create table decision (
    pact_id uuid not null,
    id uuid not null,
    proposal_id uuid not null,
    proposal_result text not null default 'adopted',
    decided_on date not null,
    state text not null default 'open',
    ended_on date,
    reason text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint decision_pk primary key (pact_id, id),
    constraint decision_proposal_uq unique (pact_id, proposal_id),
    constraint decision_proposal_fk foreign key (pact_id, proposal_id, proposal_result)
      references proposal (pact_id, id, result),
    constraint decision_adopted_ck check (proposal_result = 'adopted'),
    constraint decision_state_ck check (state in ('open', 'implemented', 'dropped')),
    constraint decision_ended_ck check ((state = 'open') = (ended_on is null)),
    constraint decision_dropped_ck check (state <> 'dropped' or reason is not null)
  );

  create table decision_action (
    pact_id uuid not null,
    id uuid not null,
    decision_id uuid not null,
    title text not null,
    responsible_actor_id uuid not null,
    due_on date not null,
    state text not null default 'open',
    ended_on date,
    note text,
    version integer not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    constraint decision_action_pk primary key (pact_id, id),
    constraint decision_action_decision_fk foreign key (pact_id, decision_id) references decision (pact_id, id),
    constraint decision_action_responsible_fk foreign key (responsible_actor_id) references actor (id),
    constraint decision_action_state_ck check (state in ('open', 'in_progress', 'done', 'dropped')),
    constraint decision_action_ended_ck check ((state in ('open', 'in_progress')) = (ended_on is null))
  );
  create index decision_action_decision_ix on decision_action (pact_id, decision_id);
  create index decision_action_responsible_ix on decision_action (responsible_actor_id);

  create table mandate_version (
    pact_id uuid not null,
    mandate_id uuid not null,
    version integer not null,
    terms jsonb not null,
    decision_id uuid,
    made_by text not null,
    made_at timestamptz not null default now(),
    constraint mandate_version_pk primary key (pact_id, mandate_id, version),
    constraint mandate_version_mandate_fk foreign key (pact_id, mandate_id) references mandate (pact_id, id),
    constraint mandate_version_decision_fk foreign key (pact_id, decision_id) references decision (pact_id, id)
  );
  create index mandate_version_decision_ix on mandate_version (pact_id, decision_id) where decision_id is not null;
  create trigger mandate_version_append_only before update or delete on mandate_version
    for each row execute function refuse_change();
`;

export const MEETINGS_AND_DECISIONS = `
  ${MEETINGS}
  ${VOTES}
  ${DECISIONS}
  ${['meeting', 'attendance', 'proposal', 'vote', 'decision', 'decision_action', 'mandate_version']
    .map((table) => inPacts(table))
    .join('\n')}
  ${audited('meeting', {
    ...OF_PACT,
    told: 'body_id, kind, title, held_on, state, version',
    digested: 'agenda',
    withheld: 'place, minutes',
  })}
  ${audited('attendance', { ...OF_PACT, key: 'meeting_id, actor_id', told: 'status, delegate_actor_id' })}
  ${audited('proposal', {
    ...OF_PACT,
    told: `body_id, meeting_id, mandate_id, proposer_actor_id, kind, title, submitted_on, state, opened_at, closed_at,
      result, quorum, majority, voting_members, taking_part, quorum_needed, votes_for, votes_against, abstentions,
      votes_needed, chair_decided, version`,
    digested: 'text',
  })}
  ${audited('vote', { ...OF_PACT, told: 'proposal_id, actor_id, choice, cast_by_actor_id, recorded_by, cast_at' })}
  ${audited('decision', {
    ...OF_PACT,
    told: 'proposal_id, proposal_result, decided_on, state, ended_on, version',
    withheld: 'reason',
  })}
  ${audited('decision_action', {
    ...OF_PACT,
    told: 'decision_id, title, responsible_actor_id, due_on, state, ended_on, version',
    withheld: 'note',
  })}
`;
