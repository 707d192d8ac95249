import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { uuidv7 } from '#kernel';
import { allowedMoves, isSecretariat, PactsService, transitionNotAllowed } from '#pacts';
import { Database, type Resource } from '#platform';
import { DecisionsTable } from '../decisions/decisions.queries.js';
import { outcomeOf } from './outcome.rules.js';
import { voteHeldBySecretariat } from './proposal.problems.js';
import { nextProposalStates, type ProposalState } from './proposal.rules.js';
import { HELD_PROPOSAL, ProposalsTable, type HeldProposal } from './proposals.queries.js';
import { checkAuthor } from './proposals.service.js';
import { VotingDay } from './voting-day.js';

/** A vote from its opening to what it comes to. Whoever closes comes after every vote that was cast before. */
@Injectable()
export class VotingService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly proposals: ProposalsTable,
    private readonly decisions: DecisionsTable,
    private readonly day: VotingDay,
  ) {}

  move(pactId: string, id: string, to: ProposalState, principal: Principal): Promise<Resource> {
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      const held = await this.proposals.hold<HeldProposal>(pactId, { id }, HELD_PROPOSAL);
      checkMove(held, to, principal);
      if (to === 'withdrawn') await this.proposals.change(pactId, id, { state: to });
      else if (to === 'open') await this.open(pactId, held);
      else await this.close(pactId, held);
      return this.proposals.get(pactId, id);
    });
  }

  private async open(pactId: string, held: HeldProposal): Promise<void> {
    const { mandate } = await this.day.of(pactId, held, 'open');
    await this.proposals.change(pactId, held.id, {
      state: 'open',
      opened_at: new Date(),
      mandate_id: mandate.id,
    });
  }

  /** The outcome and the decision that it makes are one. */
  private async close(pactId: string, held: HeldProposal): Promise<void> {
    const { mandate, on } = await this.day.of(pactId, held, 'closed');
    const count = await this.proposals.count(pactId, held, on);
    const outcome = outcomeOf(mandate, count);
    await this.proposals.change(pactId, held.id, {
      state: 'closed',
      closed_at: new Date(),
      result: outcome.result,
      mandate_id: mandate.id,
      quorum: mandate.quorum,
      majority: mandate.majority,
      voting_members: count.votingMembers,
      taking_part: count.takingPart,
      quorum_needed: outcome.quorumNeeded,
      votes_for: count.votesFor,
      votes_against: count.votesAgainst,
      abstentions: count.abstentions,
      votes_needed: outcome.votesNeeded,
      chair_decided: outcome.chairDecided,
    });
    if (outcome.result !== 'adopted') return;
    await this.decisions.add(pactId, { id: uuidv7(), proposal_id: held.id, decided_on: on });
  }
}

function checkMove(held: HeldProposal, to: ProposalState, principal: Principal): void {
  if (to === 'withdrawn') checkAuthor(held, principal);
  else if (!isSecretariat(principal)) throw voteHeldBySecretariat();
  const allowed = nextProposalStates(held.state);
  if (!allowed.includes(to)) throw transitionNotAllowed({ detail: allowedMoves(held.state, allowed) });
}
