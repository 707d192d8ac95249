import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import {
  ContributionAnswer,
  ContributionListQuery,
  ContributionPatch,
  ContributionRequest,
} from './consultation.dto.js';
import { ContributionsTable } from './consultations.queries.js';
import { ContributionsService } from './contributions.service.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/consultations/:consultationId/contributions')
export class ContributionsController {
  constructor(
    private readonly service: ContributionsService,
    private readonly contributions: ContributionsTable,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'contribution_create',
    summary: 'Contribute to an open consultation',
    description: 'A member in its own name, with its own key; the secretariat records what others have said.',
    permission: 'contribution:write',
    answer: ContributionAnswer,
    status: 201,
    versioned: true,
  })
  create(
    @PathId('pactId') pactId: string,
    @PathId('consultationId') consultationId: string,
    @Body() request: ContributionRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.create(pactId, consultationId, request, principal);
  }

  @Get()
  @Operation({
    id: 'contribution_list',
    summary: 'List the contributions to a consultation, with what became of each',
    permission: 'governance:read',
    answer: { list: ContributionAnswer },
  })
  list(
    @PathId('pactId') pactId: string,
    @PathId('consultationId') consultationId: string,
    @Query() query: ContributionListQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'contributions', pactId, consultationId);
    return this.contributions.page(pactId, query, list, consultationId);
  }

  @Get(':contributionId')
  @Operation({
    id: 'contribution_show',
    summary: 'Show a contribution',
    permission: 'governance:read',
    answer: ContributionAnswer,
    versioned: true,
  })
  get(
    @PathId('pactId') pactId: string,
    @PathId('consultationId') consultationId: string,
    @PathId('contributionId') contributionId: string,
  ): Promise<Resource> {
    return this.contributions.get(pactId, contributionId, consultationId);
  }

  @Patch(':contributionId')
  @Operation({
    id: 'contribution_answer',
    summary: 'Say what became of a contribution, and why',
    permission: 'governance:write',
    answer: ContributionAnswer,
    versioned: true,
    conflict: true,
  })
  answer(
    @PathId('pactId') pactId: string,
    @PathId('consultationId') consultationId: string,
    @PathId('contributionId') id: string,
    @IfMatch() version: number,
    @Body() patch: ContributionPatch,
  ): Promise<Resource> {
    return this.service.answer(pactId, { id, version, consultationId }, patch);
  }
}
