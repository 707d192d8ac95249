import { Injectable } from '@nestjs/common';
import type { Principal } from '#identity';
import { isSecretariat, mayActFor, notOwnMember } from '#pacts';
import { Database, invalidRequest, type Problem, type Resource } from '#platform';
import { BodyMembersTable } from '../bodies/body-members.queries.js';
import { noMandate } from '../mandates/mandate.problems.js';
import { MandatesTable } from '../mandates/mandates.queries.js';
import type { AttendanceRequest } from './meeting.dto.js';
import {
  delegateDoesNotVote,
  delegationNotAllowed,
  delegationPassedOn,
  meetingNotHeld,
  notInBody,
  recordedBySecretariat,
  tooManyDelegations,
} from './meeting.problems.js';
import { mayRecord, refusalOfDelegation, type DelegationRefusal } from './meeting.rules.js';
import { HELD_MEETING, MeetingsTable, type HeldMeeting } from './meetings.queries.js';

const PROBLEMS: Readonly<Record<DelegationRefusal, () => Problem>> = {
  'not-allowed': delegationNotAllowed,
  'not-voting': delegateDoesNotVote,
  'too-many': tooManyDelegations,
  'passed-on': delegationPassedOn,
};

interface Attending {
  readonly meetingId: string;
  readonly actorId: string;
}

/** Who comes, who does not, and who votes for whom. What is said of one meeting is said one after the other. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsTable,
    private readonly members: BodyMembersTable,
    private readonly mandates: MandatesTable,
  ) {}

  record(
    pactId: string,
    { meetingId, actorId }: Attending,
    request: AttendanceRequest,
    principal: Principal,
  ): Promise<Resource> {
    checkRequest(request);
    return this.database.transaction(async () => {
      const meeting = await this.meetings.hold<HeldMeeting>(pactId, { id: meetingId }, HELD_MEETING);
      if (!mayActFor(principal, actorId)) throw notOwnMember();
      const isForeseen = request.status === 'excused' || request.status === 'delegated';
      if (!isForeseen && !isSecretariat(principal)) throw recordedBySecretariat();
      if (!mayRecord(meeting.state, request.status)) throw meetingNotHeld();
      const seat = await this.members.seatOf(pactId, meeting.bodyId, actorId, meeting.heldOn);
      if (seat === undefined) throw notInBody();
      if (request.delegateActorId !== undefined) {
        const delegateActorId = request.delegateActorId.toLowerCase();
        await this.checkDelegation(pactId, meeting, { meetingId, actorId, delegateActorId });
      }
      await this.meetings.recordAttendance(pactId, meetingId, actorId, request);
      await this.meetings.change(pactId, meetingId);
      return this.meetings.get(pactId, meetingId);
    });
  }

  private async checkDelegation(
    pactId: string,
    meeting: HeldMeeting,
    delegation: Attending & { readonly delegateActorId: string },
  ): Promise<void> {
    const mandate = await this.mandates.inForce(pactId, meeting.bodyId, meeting.heldOn);
    if (mandate === undefined) throw noMandate();
    const standing = await this.meetings.standing(pactId, delegation.meetingId, delegation);
    const refusal = refusalOfDelegation({ ...standing, allowed: mandate.delegationsPerDelegate });
    if (refusal !== undefined) throw PROBLEMS[refusal]();
  }
}

function checkRequest({ status, delegateActorId }: AttendanceRequest): void {
  if ((status === 'delegated') === (delegateActorId !== undefined)) return;
  const detail = 'Whoever is `delegated` names who votes in its place; nobody else does.';
  throw invalidRequest([{ pointer: '/delegateActorId', code: 'delegate-of-status', detail }]);
}
