import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PathId, type Page } from '#platform';
import { AsNoted, type CaseRequest } from './case-access.js';
import { RecordListQuery } from './case-data.dto.js';
import { CaseDataService } from './case-data.service.js';
import { REACH } from './reach.rules.js';
import { AssessmentAnswer, LabourStatusAnswer, QualificationAnswer, ServiceAnswer } from './record.dto.js';

/** What was told of people on a day. */
@ApiTags('case data')
@Controller('v1/pacts/:pactId')
export class NotedRecordsController {
  constructor(private readonly service: CaseDataService) {}

  @Get('labour-statuses')
  @Operation({
    id: 'labour_status_list',
    summary: 'List labour statuses, newest first',
    description: REACH,
    permission: 'case-data:read',
    answer: { list: LabourStatusAnswer },
  })
  labourStatuses(
    @PathId('pactId') pactId: string,
    @Query() query: RecordListQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.service.noted('labour-statuses', { pactId, principal, request }, query);
  }

  @Get('qualifications')
  @Operation({
    id: 'qualification_list',
    summary: 'List qualifications gained, newest first',
    description: REACH,
    permission: 'case-data:read',
    answer: { list: QualificationAnswer },
  })
  qualifications(
    @PathId('pactId') pactId: string,
    @Query() query: RecordListQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.service.noted('qualifications', { pactId, principal, request }, query);
  }

  @Get('assessments')
  @Operation({
    id: 'assessment_list',
    summary: 'List assessments, newest first',
    description: REACH,
    permission: 'case-data:read',
    answer: { list: AssessmentAnswer },
  })
  assessments(
    @PathId('pactId') pactId: string,
    @Query() query: RecordListQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.service.noted('assessments', { pactId, principal, request }, query);
  }

  @Get('services')
  @Operation({
    id: 'service_list',
    summary: 'List services delivered to people, newest first',
    description: REACH,
    permission: 'case-data:read',
    answer: { list: ServiceAnswer },
  })
  services(
    @PathId('pactId') pactId: string,
    @Query() query: RecordListQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.service.noted('services', { pactId, principal, request }, query);
  }
}
