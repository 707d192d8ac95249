import { Injectable } from '@nestjs/common';
import { todayInRome, type Day } from '#kernel';
import { BodiesTable } from '../bodies/bodies.queries.js';
import { noMandate } from '../mandates/mandate.problems.js';
import { MandatesTable, type MandateInForce } from '../mandates/mandates.queries.js';
import { meetingNotHeld } from '../meetings/meeting.problems.js';
import { proposedAfterMeeting } from './proposal.problems.js';
import { meetingAllows, type ProposalState } from './proposal.rules.js';
import { ProposalsTable, type HeldProposal } from './proposals.queries.js';

/** Whose votes count, and by which rules, depends on the day of the meeting, or on today where there is none. */
@Injectable()
export class VotingDay {
  constructor(
    private readonly bodies: BodiesTable,
    private readonly mandates: MandatesTable,
    private readonly proposals: ProposalsTable,
  ) {}

  /** By which mandate and on which day it is voted; who sits in the body does not change meanwhile. */
  async of(
    pactId: string,
    { bodyId, meetingId, submittedOn }: HeldProposal,
    to: ProposalState,
  ): Promise<{ mandate: MandateInForce; on: Day }> {
    const meeting = meetingId === null ? undefined : await this.proposals.holdMeeting(pactId, meetingId);
    if (meeting !== undefined && !meetingAllows(meeting.state, to)) throw meetingNotHeld();
    const on = meeting?.heldOn ?? todayInRome();
    if (submittedOn > on) throw proposedAfterMeeting();
    await this.bodies.holdAtWork(pactId, bodyId, on, 'share');
    const mandate = await this.mandates.inForce(pactId, bodyId, on);
    if (mandate === undefined) throw noMandate();
    return { mandate, on };
  }
}
