import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PathId, type Page } from '#platform';
import { AsNoted, type CaseRequest } from './case-access.js';
import {
  AssessmentVersionAnswer,
  LabourStatusVersionAnswer,
  QualificationVersionAnswer,
  RecordHistoryQuery,
  ServiceVersionAnswer,
} from './record-history.dto.js';
import { HISTORY } from './record-history.controller.js';
import { RecordHistoryService } from './record-history.service.js';

/** What was told of people on a day, and what had been told of it before. */
@ApiTags('case data')
@Controller('v1/pacts/:pactId')
export class NotedHistoryController {
  constructor(private readonly histories: RecordHistoryService) {}

  @Get('labour-statuses/:labourStatusId/history')
  @Operation({
    id: 'labour_status_history',
    summary: 'What a labour status said, newest first',
    description: HISTORY,
    permission: 'case-data:read',
    answer: { list: LabourStatusVersionAnswer },
  })
  labourStatus(
    @PathId('pactId') pactId: string,
    @PathId('labourStatusId') recordId: string,
    @Query() query: RecordHistoryQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.histories.of('labourStatus', { pactId, principal, request }, recordId, query);
  }

  @Get('qualifications/:qualificationId/history')
  @Operation({
    id: 'qualification_history',
    summary: 'What a qualification said, newest first',
    description: HISTORY,
    permission: 'case-data:read',
    answer: { list: QualificationVersionAnswer },
  })
  qualification(
    @PathId('pactId') pactId: string,
    @PathId('qualificationId') recordId: string,
    @Query() query: RecordHistoryQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.histories.of('qualification', { pactId, principal, request }, recordId, query);
  }

  @Get('assessments/:assessmentId/history')
  @Operation({
    id: 'assessment_history',
    summary: 'What an assessment said, newest first',
    description: HISTORY,
    permission: 'case-data:read',
    answer: { list: AssessmentVersionAnswer },
  })
  assessment(
    @PathId('pactId') pactId: string,
    @PathId('assessmentId') recordId: string,
    @Query() query: RecordHistoryQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.histories.of('assessment', { pactId, principal, request }, recordId, query);
  }

  @Get('services/:serviceId/history')
  @Operation({
    id: 'service_history',
    summary: 'What a service delivered said, newest first',
    description: HISTORY,
    permission: 'case-data:read',
    answer: { list: ServiceVersionAnswer },
  })
  service(
    @PathId('pactId') pactId: string,
    @PathId('serviceId') recordId: string,
    @Query() query: RecordHistoryQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.histories.of('service', { pactId, principal, request }, recordId, query);
  }
}
