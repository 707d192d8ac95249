import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { AttendanceService } from './attendance.service.js';
import {
  AttendanceRequest,
  MeetingAnswer,
  MeetingListQuery,
  MeetingPatch,
  MeetingRequest,
  MeetingTransitionRequest,
} from './meeting.dto.js';
import { MeetingsTable } from './meetings.queries.js';
import { MeetingsService } from './meetings.service.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/meetings')
export class MeetingsController {
  constructor(
    private readonly service: MeetingsService,
    private readonly attendances: AttendanceService,
    private readonly meetings: MeetingsTable,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'meeting_create',
    summary: 'Plan a meeting of a body, with its agenda',
    permission: 'governance:write',
    answer: MeetingAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: MeetingRequest): Promise<Created> {
    return this.service.create(pactId, request);
  }

  @Get()
  @Operation({
    id: 'meeting_list',
    summary: 'List meetings',
    permission: 'governance:read',
    answer: { list: MeetingAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: MeetingListQuery): Promise<Page> {
    return this.meetings.page(pactId, query, this.pages.of(query, 'meetings', pactId));
  }

  @Get(':meetingId')
  @Operation({
    id: 'meeting_show',
    summary: 'Show a meeting: agenda, attendance, minutes',
    permission: 'governance:read',
    answer: MeetingAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('meetingId') meetingId: string): Promise<Resource> {
    return this.meetings.get(pactId, meetingId);
  }

  @Patch(':meetingId')
  @Operation({
    id: 'meeting_change',
    summary: 'Change a meeting before it has begun, or write its minutes after',
    permission: 'governance:write',
    answer: MeetingAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('meetingId') id: string,
    @IfMatch() version: number,
    @Body() patch: MeetingPatch,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch);
  }

  @Post(':meetingId/transitions')
  @Operation({
    id: 'meeting_move',
    summary: 'Convene a meeting, open it on its day, close its minutes, or cancel it',
    permission: 'governance:write',
    answer: MeetingAnswer,
  })
  move(
    @PathId('pactId') pactId: string,
    @PathId('meetingId') meetingId: string,
    @Body() { to }: MeetingTransitionRequest,
  ): Promise<Resource> {
    return this.service.move(pactId, meetingId, to);
  }

  @Put(':meetingId/attendance/:actorId')
  @Operation({
    id: 'attendance_record',
    summary: 'Record that an actor is present, excused, absent, or represented by another member',
    description:
      'The last word counts. A member excuses itself or delegates with its own key; the rest is recorded by the ' +
      'secretariat once the meeting has begun. Whether members may be represented, the mandate of the body says.',
    permission: 'attendance:record',
    answer: MeetingAnswer,
    conflict: true,
  })
  attend(
    @PathId('pactId') pactId: string,
    @PathId('meetingId') meetingId: string,
    @PathId('actorId') actorId: string,
    @Body() request: AttendanceRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.attendances.record(pactId, { meetingId, actorId }, request, principal);
  }
}
