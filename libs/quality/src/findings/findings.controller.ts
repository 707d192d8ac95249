import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, PathId, type Page, type Resource } from '#platform';
import { FindingAnswer, FindingListQuery, FindingPatch } from './finding.dto.js';
import { FindingsService } from './findings.service.js';

@ApiTags('data quality')
@Controller('v1/pacts/:pactId/data-quality/findings')
export class FindingsController {
  constructor(private readonly service: FindingsService) {}

  @Get()
  @Operation({
    id: 'data_quality_finding_list',
    summary: 'List what is wrong with the data, newest first',
    description: 'Which records, by their ids and the names their source gives them; not whose they are.',
    permission: 'data-finding:read',
    answer: { list: FindingAnswer },
  })
  list(
    @PathId('pactId') pactId: string,
    @Query() query: FindingListQuery,
    @Caller() principal: Principal,
  ): Promise<Page> {
    return this.service.list(pactId, principal, query);
  }

  @Get(':findingId')
  @Operation({
    id: 'data_quality_finding_show',
    summary: 'Show one thing that is wrong with the data',
    permission: 'data-finding:read',
    answer: FindingAnswer,
    versioned: true,
  })
  show(
    @PathId('pactId') pactId: string,
    @PathId('findingId') findingId: string,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.show({ pactId, findingId, principal });
  }

  @Patch(':findingId')
  @Operation({
    id: 'data_quality_finding_settle',
    summary: 'Say what comes of a finding',
    description:
      'It stays like that while the records say the same. That it has been corrected is seen by the service itself.',
    permission: 'data-finding:settle',
    answer: FindingAnswer,
    versioned: true,
    conflict: true,
  })
  settle(
    @PathId('pactId') pactId: string,
    @PathId('findingId') findingId: string,
    @IfMatch() version: number,
    @Body() patch: FindingPatch,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.settle({ pactId, findingId, principal }, version, patch);
  }
}
