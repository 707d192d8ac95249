import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7 } from '#kernel';
import { mayActFor, notOwnMember, unknownReference } from '#pacts';
import { Created, Database } from '#platform';
import { BodyMembersTable } from '../bodies/body-members.queries.js';
import type { VoteRequest } from './proposal.dto.js';
import { notAVotingMember, notTheDelegate, voteNotOpen } from './proposal.problems.js';
import { VotesTable, type Ballot } from './votes.queries.js';

/** One vote for each voting member, by itself or by its delegate. Votes of one proposal do not wait for each other. */
@Injectable()
export class VotesService {
  constructor(
    private readonly database: Database,
    private readonly votes: VotesTable,
    private readonly members: BodyMembersTable,
  ) {}

  cast(pactId: string, request: VoteRequest, principal: Principal): Promise<Created> {
    const id = uuidv7();
    const actorId = request.actorId.toLowerCase();
    return this.database.transaction(async () => {
      const ballot = await this.votes.ballot(pactId, request.proposalId);
      if (ballot === undefined) throw unknownProposal();
      const castBy = await this.speakerFor(pactId, ballot, actorId, principal);
      if (ballot.state !== 'open') throw voteNotOpen();
      const seat = await this.members.seatOf(pactId, ballot.bodyId, actorId, ballot.heldOn ?? todayInRome());
      if (seat?.voting !== true) throw notAVotingMember();
      await this.votes.add(pactId, {
        id,
        proposal_id: request.proposalId,
        actor_id: actorId,
        choice: request.choice,
        cast_by_actor_id: castBy,
        recorded_by: principal.id,
      });
      return new Created(`/v1/pacts/${pactId}/votes/${id}`, await this.votes.get(pactId, id));
    });
  }

  /** The actor itself, or the one it has delegated; the secretariat records for whoever speaks. */
  private async speakerFor(
    pactId: string,
    { meetingId }: Ballot,
    actorId: string,
    principal: Principal,
  ): Promise<string> {
    const delegate = meetingId === null ? undefined : await this.votes.delegateOf(pactId, meetingId, actorId);
    if (mayActFor(principal, delegate ?? actorId)) return delegate ?? actorId;
    throw delegate === undefined ? notOwnMember() : notTheDelegate();
  }
}

const unknownProposal = () =>
  unknownReference('/proposalId', 'unknown-proposal', 'The pact has no proposal with this id.');
