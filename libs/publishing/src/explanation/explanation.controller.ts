import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { AsNoted, CaseListQuery, REACH, type CaseRequest } from '#pathways';
import { Operation, PathId, type Page, type Resource } from '#platform';
import { CountedRowAnswer, ExplanationAnswer } from './explanation.dto.js';
import { ExplanationService } from './explanation.service.js';

@ApiTags('figures')
@Controller('v1/pacts/:pactId/figures/:figureId/explanation')
export class ExplanationController {
  constructor(private readonly service: ExplanationService) {}

  @Get()
  @Operation({
    id: 'figure_explain',
    summary: 'Explain a figure: its rule, what it came from, what was left out, and its revisions',
    description:
      'Of any revision. How many rows were left out is told where no number of persons is small, and never beside a ' +
      'figure that is suppressed.',
    permission: 'figure:read',
    answer: ExplanationAnswer,
  })
  get(@PathId('pactId') pactId: string, @PathId('figureId') figureId: string): Promise<Resource> {
    return this.service.explain(pactId, figureId);
  }

  @Get('rows')
  @Operation({
    id: 'figure_row_list',
    summary: 'List the pathways, or participants, that a figure counted or left out',
    description: `${REACH} Of the latest revision only: the rows of earlier ones are not kept.`,
    permission: 'case-data:read',
    answer: { list: CountedRowAnswer },
    conflict: true,
  })
  rows(
    @PathId('pactId') pactId: string,
    @PathId('figureId') figureId: string,
    @Query() query: CaseListQuery,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Page> {
    return this.service.rows({ pactId, figureId, principal, request }, query);
  }
}
