import { Day, Instant, NestedList, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { VERSION } from '../bodies/body.dto.js';
import {
  AGENDA_PURPOSES,
  ATTENDANCES,
  MEETING_KINDS,
  MEETING_STATES,
  type AgendaPurpose,
  type Attendance,
  type MeetingKind,
  type MeetingState,
} from './meeting.rules.js';

const TITLE = { max: 200, example: 'Seduta di marzo' };
const PLACE = { max: 200, optional: true };
const AGENDA = { maxItems: 50, optional: true, description: 'In the order in which it is dealt with.' };
const MINUTES = { max: 50_000, multiline: true, optional: true };
const DELEGATE = { optional: true, description: 'Of a member that is `delegated`: who votes in its place.' };
const MOST_ATTENDANCES = 1_000;

class AgendaItemDto {
  @Text({ max: 300 })
  title: string;

  @OneOf(AGENDA_PURPOSES)
  purpose: AgendaPurpose;
}

export class MeetingRequest {
  @Uuid()
  bodyId: string;

  @OneOf(MEETING_KINDS, { description: 'verification: what was done is looked at together.' })
  kind: MeetingKind;

  @Text(TITLE)
  title: string;

  @Day()
  heldOn: string;

  @Text(PLACE)
  place?: string;

  @NestedList(() => AgendaItemDto, AGENDA)
  agenda?: AgendaItemDto[];
}

export class MeetingPatch {
  @Text({ ...TITLE, optional: true })
  title?: string;

  @Day({ optional: true })
  heldOn?: string;

  @Text({ ...PLACE, nullable: true })
  place?: string | null;

  @NestedList(() => AgendaItemDto, AGENDA)
  agenda?: AgendaItemDto[];

  @Text({ ...MINUTES, nullable: true, description: 'Written once the meeting has begun.' })
  minutes?: string | null;
}

export class AttendanceRequest {
  @OneOf(ATTENDANCES)
  status: Attendance;

  @Uuid(DELEGATE)
  delegateActorId?: string;
}

class AttendanceDto extends AttendanceRequest {
  @Uuid()
  actorId: string;
}

export class MeetingAnswer extends MeetingRequest {
  @Uuid()
  id: string;

  @NestedList(() => AgendaItemDto, { ...AGENDA, optional: false })
  declare agenda: AgendaItemDto[];

  @OneOf(MEETING_STATES)
  state: MeetingState;

  @NestedList(() => AttendanceDto, { maxItems: MOST_ATTENDANCES })
  attendance: AttendanceDto[];

  @Text(MINUTES)
  minutes?: string;

  @Whole(VERSION)
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

export class MeetingTransitionRequest {
  @OneOf(MEETING_STATES)
  to: MeetingState;
}

export class MeetingListQuery extends PageQuery {
  @Uuid({ optional: true })
  bodyId?: string;

  @OneOf(MEETING_KINDS, { optional: true })
  kind?: MeetingKind;

  @OneOf(MEETING_STATES, { optional: true })
  state?: MeetingState;

  @Day({ optional: true, description: 'Held on this day or later.' })
  from?: string;

  @Day({ optional: true, description: 'Held before this day.' })
  before?: string;
}
