import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database, jsonSql } from '#platform';
import { PactTable } from '../pact-table.js';
import type { VoteListQuery } from './proposal.dto.js';
import type { ProposalState } from './proposal.rules.js';

const { code, instant, jsonText } = jsonSql;

const BODY = jsonText({
  id: code('v.id'),
  proposalId: code('v.proposal_id'),
  actorId: code('v.actor_id'),
  choice: code('v.choice'),
  castByActorId: code('v.cast_by_actor_id'),
  castAt: instant('v.cast_at'),
});

/** What a vote depends on, held against whoever closes the vote. */
export interface Ballot {
  readonly state: ProposalState;
  readonly bodyId: string;
  readonly meetingId: string | null;
  /** The day whose members vote; without a meeting there is none yet. */
  readonly heldOn: Day | null;
}

@Injectable()
export class VotesTable extends PactTable<VoteListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'vote',
      alias: 'v',
      // A vote does not change, and so it has no version.
      from: '(select *, 1 as version from vote) v',
      body: BODY,
      filters: [
        { type: 'uuid', sql: 'v.proposal_id = ?' },
        { type: 'uuid', sql: 'v.actor_id = ?' },
      ],
      valuesOf: ({ proposalId, actorId }) => [proposalId, actorId],
    });
  }

  ballot(pactId: string, proposalId: string): Promise<Ballot | undefined> {
    return this.database.in(pactId).one(
      `select p.state, p.body_id as "bodyId", p.meeting_id as "meetingId",
         (select held_on from meeting where pact_id = p.pact_id and id = p.meeting_id) as "heldOn"
       from proposal p where p.pact_id = $1 and p.id = $2 for share of p`,
      [pactId, proposalId],
    );
  }

  /** Who votes in the place of the actor in that meeting. */
  async delegateOf(pactId: string, meetingId: string, actorId: string): Promise<string | undefined> {
    const row = await this.database.in(pactId).one<{ delegate: string }>(
      `select delegate_actor_id as delegate from attendance
       where pact_id = $1 and meeting_id = $2 and actor_id = $3 and status = 'delegated'`,
      [pactId, meetingId, actorId],
    );
    return row?.delegate;
  }
}
