import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { AsNoted, REACH, type CaseRequest } from '#pathways';
import { Operation, PathId, type Resource } from '#platform';
import { CaseFiguresAnswer, CaseFiguresQuery } from './case-figures.dto.js';
import { CaseFiguresService } from './case-figures.service.js';

@ApiTags('case data')
@Controller('v1/pacts/:pactId/case-figures')
export class CaseFiguresController {
  constructor(private readonly service: CaseFiguresService) {}

  @Get()
  @Operation({
    id: 'case_figure_show',
    summary: 'Count the pathways that the caller answers for, over any days',
    description:
      `${REACH} Counted when it is asked for, with every number, and never stored: what is published of a pact is of ` +
      'whole months and longer.',
    permission: 'case-data:read',
    answer: CaseFiguresAnswer,
  })
  list(
    @PathId('pactId') pactId: string,
    @Query() query: CaseFiguresQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Resource> {
    return this.service.list({ pactId, principal, request }, query);
  }
}
