import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PathId, type Page } from '#platform';
import { AsNoted, type CaseRequest } from './case-access.js';
import {
  AttributesVersionAnswer,
  EmploymentSpellVersionAnswer,
  PathwayVersionAnswer,
  RecordHistoryQuery,
} from './record-history.dto.js';
import { RecordHistoryService } from './record-history.service.js';

/** What the document says of each history. */
export const HISTORY =
  'Also of a record that was withdrawn. Only while the last it said is what the caller answers for; what it said of ' +
  'somebody else is left out. Each request is noted.';

@ApiTags('case data')
@Controller('v1/pacts/:pactId')
export class RecordHistoryController {
  constructor(private readonly histories: RecordHistoryService) {}

  @Get('participant-records/:attributesId/history')
  @Operation({
    id: 'participant_record_history',
    summary: 'What the attributes of a participant said, newest first',
    description: HISTORY,
    permission: 'case-data:read',
    answer: { list: AttributesVersionAnswer },
  })
  attributes(
    @PathId('pactId') pactId: string,
    @PathId('attributesId') recordId: string,
    @Query() query: RecordHistoryQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.histories.of('attributes', { pactId, principal, request }, recordId, query);
  }

  @Get('pathways/:pathwayId/history')
  @Operation({
    id: 'pathway_history',
    summary: 'What a pathway said, newest first',
    description: HISTORY,
    permission: 'case-data:read',
    answer: { list: PathwayVersionAnswer },
  })
  pathway(
    @PathId('pactId') pactId: string,
    @PathId('pathwayId') recordId: string,
    @Query() query: RecordHistoryQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.histories.of('pathway', { pactId, principal, request }, recordId, query);
  }

  @Get('employment-spells/:employmentSpellId/history')
  @Operation({
    id: 'employment_spell_history',
    summary: 'What an employment spell said, newest first',
    description: HISTORY,
    permission: 'case-data:read',
    answer: { list: EmploymentSpellVersionAnswer },
  })
  employmentSpell(
    @PathId('pactId') pactId: string,
    @PathId('employmentSpellId') recordId: string,
    @Query() query: RecordHistoryQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.histories.of('employmentSpell', { pactId, principal, request }, recordId, query);
  }
}
