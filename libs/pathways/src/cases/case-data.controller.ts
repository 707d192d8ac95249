import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PathId, type Page, type Resource } from '#platform';
import { AsNoted, type CaseRequest } from './case-access.js';
import {
  CaseDataQuery,
  EmploymentSpellListQuery,
  ParticipantAnswer,
  ParticipantCaseAnswer,
  ParticipantListQuery,
  PathwayListQuery,
} from './case-data.dto.js';
import { CaseDataService } from './case-data.service.js';
import { REACH } from './reach.rules.js';
import { EmploymentSpellAnswer, PathwayAnswer } from './record.dto.js';

@ApiTags('case data')
@Controller('v1/pacts/:pactId')
export class CaseDataController {
  constructor(private readonly service: CaseDataService) {}

  @Get('participants')
  @Operation({
    id: 'participant_list',
    summary: 'List participants, newest first',
    description: REACH,
    permission: 'case-data:read',
    answer: { list: ParticipantAnswer },
  })
  participants(
    @PathId('pactId') pactId: string,
    @Query() query: ParticipantListQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.service.participants({ pactId, principal, request }, query);
  }

  @Get('participants/:participantId')
  @Operation({
    id: 'participant_show',
    summary: 'Show a participant and the records about it',
    description: REACH,
    permission: 'case-data:read',
    answer: ParticipantCaseAnswer,
  })
  participant(
    @PathId('pactId') pactId: string,
    @PathId('participantId') participantId: string,
    @Query() query: CaseDataQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Resource> {
    return this.service.participant({ pactId, principal, request }, participantId, query);
  }

  @Get('pathways')
  @Operation({
    id: 'pathway_list',
    summary: 'List pathways, newest first',
    description: REACH,
    permission: 'case-data:read',
    answer: { list: PathwayAnswer },
  })
  pathways(
    @PathId('pactId') pactId: string,
    @Query() query: PathwayListQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.service.pathways({ pactId, principal, request }, query);
  }

  @Get('employment-spells')
  @Operation({
    id: 'employment_spell_list',
    summary: 'List employment spells, newest first',
    description: REACH,
    permission: 'case-data:read',
    answer: { list: EmploymentSpellAnswer },
  })
  employmentSpells(
    @PathId('pactId') pactId: string,
    @Query() query: EmploymentSpellListQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.service.employmentSpells({ pactId, principal, request }, query);
  }
}
