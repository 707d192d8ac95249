import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { todayInRome, uuidv7, type Day } from '#kernel';
import { isSecretariat, PactsService } from '#pacts';
import { Created, Database, invalidRequest, type Resource } from '#platform';
import { BodiesTable } from '../bodies/bodies.queries.js';
import { BodyMembersTable } from '../bodies/body-members.queries.js';
import { notInBody } from '../meetings/meeting.problems.js';
import type { ProposalPatch, ProposalRequest } from './proposal.dto.js';
import { notTheProposer, proposalFixed } from './proposal.problems.js';
import { HELD_PROPOSAL, ProposalsTable, type HeldProposal } from './proposals.queries.js';

@Injectable()
export class ProposalsService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly bodies: BodiesTable,
    private readonly members: BodyMembersTable,
    private readonly proposals: ProposalsTable,
  ) {}

  create(pactId: string, request: ProposalRequest, principal: Principal): Promise<Created> {
    const id = uuidv7();
    const today = todayInRome();
    const submittedOn = request.submittedOn ?? today;
    checkSubmission(submittedOn, today, principal);
    const proposer = isSecretariat(principal) ? request.proposerActorId : principal.actorId;
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      await this.bodies.holdAtWork(pactId, request.bodyId, submittedOn, 'share');
      if (!isSecretariat(principal)) await this.checkProposer(pactId, request, { submittedOn, proposer });
      await this.proposals.add(pactId, {
        id,
        body_id: request.bodyId,
        proposer_actor_id: proposer,
        submitted_on: submittedOn,
        ...columnsOf(request),
      });
      return new Created(`/v1/pacts/${pactId}/proposals/${id}`, await this.proposals.get(pactId, id));
    });
  }

  change(
    pactId: string,
    seen: { id: string; version: number },
    patch: ProposalPatch,
    principal: Principal,
  ): Promise<Resource> {
    return this.database.transaction(async () => {
      const held = await this.proposals.hold<HeldProposal>(pactId, { id: seen.id }, HELD_PROPOSAL);
      checkAuthor(held, principal);
      await this.proposals.hold(pactId, seen);
      if (held.state !== 'draft') throw proposalFixed();
      await this.proposals.change(pactId, seen.id, columnsOf(patch));
      return this.proposals.get(pactId, seen.id);
    });
  }

  /** A member proposes in its own name, in a body in which it sits. */
  private async checkProposer(
    pactId: string,
    { bodyId, proposerActorId }: ProposalRequest,
    { submittedOn, proposer }: { submittedOn: Day; proposer: string | undefined },
  ): Promise<void> {
    if (proposer === undefined) throw notTheProposer();
    if (proposerActorId !== undefined && proposerActorId.toLowerCase() !== proposer) throw notTheProposer();
    const seat = await this.members.seatOf(pactId, bodyId, proposer, submittedOn);
    if (seat === undefined) throw notInBody();
  }
}

/** Who has proposed something may change it, and so may the secretariat. */
export function checkAuthor({ proposerActorId }: HeldProposal, principal: Principal): void {
  if (isSecretariat(principal)) return;
  if (proposerActorId === null || proposerActorId !== principal.actorId) throw notTheProposer();
}

const columnsOf = ({ meetingId, kind, title, text }: ProposalPatch) => ({
  meeting_id: meetingId,
  kind,
  title,
  text,
});

/** A member has a say on the day on which it sits in the body: a seat that ended does not submit in the past. */
function checkSubmission(submittedOn: Day, today: Day, principal: Principal): void {
  if (submittedOn < today && !isSecretariat(principal)) {
    const detail = 'A member submits as of today; the secretariat enters what was submitted before.';
    throw invalidRequest([{ pointer: '/submittedOn', code: 'not-today', detail }]);
  }
  if (submittedOn <= today) return;
  throw invalidRequest([
    { pointer: '/submittedOn', code: 'in-the-future', detail: 'This day is yet to come.' },
  ]);
}
