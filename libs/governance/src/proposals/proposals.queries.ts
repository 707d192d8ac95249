import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database, jsonSql } from '#platform';
import { PactTable } from '../pact-table.js';
import type { MeetingState } from '../meetings/meeting.rules.js';
import { OUTCOME } from './outcome.body.js';
import type { Count } from './outcome.rules.js';
import type { ProposalListQuery } from './proposal.dto.js';
import type { ProposalState } from './proposal.rules.js';

const { code, instant, jsonText, optional, scalar, text } = jsonSql;

const BODY = jsonText({
  id: code('p.id'),
  bodyId: code('p.body_id'),
  meetingId: optional(code('p.meeting_id')),
  proposerActorId: optional(code('p.proposer_actor_id')),
  kind: code('p.kind'),
  title: text('p.title'),
  text: text('p.text'),
  submittedOn: code('p.submitted_on'),
  state: code('p.state'),
  openedAt: optional(instant('p.opened_at')),
  closedAt: optional(instant('p.closed_at')),
  outcome: optional(OUTCOME),
  decisionId: optional(code('d.id')),
  version: scalar('p.version'),
  createdAt: instant('p.created_at'),
  updatedAt: instant('p.updated_at'),
});

/** `$2` the proposal, `$3` its body, `$4` its meeting or null, `$5` the day whose members count. */
const COUNT = `
  with member as (
    select actor_id, bool_or(role = 'chair') as is_chair from body_member
    where pact_id = $1 and body_id = $3 and voting and starts_on <= $5 and (ends_on is null or ends_on >= $5)
    group by actor_id
  ),
  cast_vote as (
    select v.choice, m.actor_id, m.is_chair from vote v join member m using (actor_id)
    where v.pact_id = $1 and v.proposal_id = $2
  ),
  there as (
    select m.actor_id from member m join attendance a on a.pact_id = $1 and a.meeting_id = $4 and a.actor_id = m.actor_id
      left join attendance d on d.pact_id = $1 and d.meeting_id = $4 and d.actor_id = a.delegate_actor_id
    where 'present' in (a.status, d.status)
  )
  select (select count(*) from member)::int as "votingMembers",
    (select count(*) from (select actor_id from cast_vote union select actor_id from there) taking_part)::int
      as "takingPart",
    count(*) filter (where choice = 'for')::int as "votesFor",
    count(*) filter (where choice = 'against')::int as "votesAgainst",
    count(*) filter (where choice = 'abstain')::int as abstentions,
    max(choice) filter (where is_chair) as chair
  from cast_vote`;

/** A proposal with the meeting that votes on it, if there is one. */
export interface HeldProposal {
  readonly id: string;
  readonly bodyId: string;
  readonly state: ProposalState;
  readonly proposerActorId: string | null;
  readonly submittedOn: Day;
  readonly meetingId: string | null;
}

/** The meeting in which a vote is held, as far as the vote depends on it. */
export interface VotingMeeting {
  readonly state: MeetingState;
  readonly heldOn: Day;
}

export const HELD_PROPOSAL = `id, body_id as "bodyId", state, proposer_actor_id as "proposerActorId",
  submitted_on as "submittedOn", meeting_id as "meetingId"`;

@Injectable()
export class ProposalsTable extends PactTable<ProposalListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'proposal',
      alias: 'p',
      from: 'proposal p left join decision d on d.pact_id = p.pact_id and d.proposal_id = p.id',
      body: BODY,
      filters: [
        { type: 'uuid', sql: 'p.body_id = ?' },
        { type: 'uuid', sql: 'p.meeting_id = ?' },
        { type: 'text', sql: 'p.state = ?' },
        { type: 'text', sql: 'p.result = ?' },
        { type: 'text', sql: 'p.kind = ?' },
      ],
      valuesOf: ({ bodyId, meetingId, state, result, kind }) => [bodyId, meetingId, state, result, kind],
    });
  }

  /** The meeting, which neither moves nor gets another attendance while the transaction lasts. */
  holdMeeting(pactId: string, meetingId: string): Promise<VotingMeeting | undefined> {
    return this.database
      .in(pactId)
      .one(`select state, held_on as "heldOn" from meeting where pact_id = $1 and id = $2 for share`, [
        pactId,
        meetingId,
      ]);
  }

  async count(pactId: string, { id, bodyId, meetingId }: HeldProposal, on: Day): Promise<Count> {
    const row = await this.database
      .in(pactId)
      .one<Count & { chair: Count['chair'] | null }>(COUNT, [pactId, id, bodyId, meetingId, on]);
    if (row === undefined) throw new Error('an aggregate gives one row');
    return { ...row, chair: row.chair ?? undefined };
  }
}
