import { Injectable } from '@nestjs/common';
import { todayInRome, uuidv7 } from '#kernel';
import { allowedMoves, PactsService, transitionNotAllowed } from '#pacts';
import { Created, Database, type Problem, type Resource } from '#platform';
import { BodiesTable } from '../bodies/bodies.queries.js';
import type { MeetingPatch, MeetingRequest } from './meeting.dto.js';
import { meetingFixed, meetingNotHeld, meetingTooEarly, minutesMissing } from './meeting.problems.js';
import {
  isUnfinished,
  mayReschedule,
  nextMeetingStates,
  refusalOfMeetingMove,
  type MeetingRefusal,
  type MeetingState,
} from './meeting.rules.js';
import { HELD_MEETING, MeetingsTable, type HeldMeeting } from './meetings.queries.js';

@Injectable()
export class MeetingsService {
  constructor(
    private readonly database: Database,
    private readonly pacts: PactsService,
    private readonly bodies: BodiesTable,
    private readonly meetings: MeetingsTable,
  ) {}

  create(pactId: string, request: MeetingRequest): Promise<Created> {
    const id = uuidv7();
    return this.database.transaction(async () => {
      await this.pacts.holdOpen(pactId);
      await this.bodies.holdAtWork(pactId, request.bodyId, request.heldOn, 'share');
      await this.meetings.add(pactId, {
        id,
        body_id: request.bodyId,
        kind: request.kind,
        ...columnsOf(request),
      });
      return new Created(`/v1/pacts/${pactId}/meetings/${id}`, await this.meetings.get(pactId, id));
    });
  }

  change(pactId: string, seen: { id: string; version: number }, patch: MeetingPatch): Promise<Resource> {
    return this.database.transaction(async () => {
      const held = await this.meetings.hold<HeldMeeting>(pactId, seen, HELD_MEETING);
      const { minutes, ...plan } = patch;
      const plans = Object.values(plan).some((value) => value !== undefined);
      if (!isUnfinished(held.state) || (plans && !mayReschedule(held.state))) throw meetingFixed();
      if (minutes !== undefined && held.state !== 'held') throw meetingNotHeld();
      if (patch.heldOn !== undefined) {
        await this.bodies.holdAtWork(pactId, held.bodyId, patch.heldOn, 'share');
      }
      await this.meetings.change(pactId, seen.id, { ...columnsOf(plan), minutes });
      return this.meetings.get(pactId, seen.id);
    });
  }

  move(pactId: string, id: string, to: MeetingState): Promise<Resource> {
    return this.database.transaction(async () => {
      const held = await this.meetings.hold<HeldMeeting>(pactId, { id }, HELD_MEETING);
      const refusal = refusalOfMeetingMove(held, to, todayInRome());
      if (refusal !== undefined) throw problemOf(refusal, held.state);
      await this.meetings.change(pactId, id, { state: to });
      return this.meetings.get(pactId, id);
    });
  }
}

const columnsOf = ({ title, heldOn, place, agenda }: Omit<MeetingPatch, 'minutes'>) => ({
  title,
  held_on: heldOn,
  place,
  agenda: agenda && JSON.stringify(agenda),
});

function problemOf(refusal: MeetingRefusal, state: MeetingState): Problem {
  if (refusal === 'too-early') return meetingTooEarly();
  if (refusal === 'no-minutes') return minutesMissing();
  return transitionNotAllowed({ detail: allowedMoves(state, nextMeetingStates(state)) });
}
