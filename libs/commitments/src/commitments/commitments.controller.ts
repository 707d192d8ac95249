import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import {
  IfMatch,
  KnownVersion,
  Operation,
  Pages,
  PathId,
  type Created,
  type Page,
  type Resource,
} from '#platform';
import {
  CommitmentAnswer,
  CommitmentListQuery,
  CommitmentPatch,
  CommitmentRequest,
} from './commitment.dto.js';
import { CommitmentsQueries } from './commitments.queries.js';
import { CommitmentsService } from './commitments.service.js';

@ApiTags('commitments')
@Controller('v1/pacts/:pactId/commitments')
export class CommitmentsController {
  constructor(
    private readonly service: CommitmentsService,
    private readonly queries: CommitmentsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'commitment_create',
    summary: 'Draft a commitment',
    description:
      'By the key of the promisor, or by a coordinator on its behalf. Only the promisor can propose it.',
    permission: 'commitment:write',
    answer: CommitmentAnswer,
    status: 201,
    versioned: true,
  })
  create(
    @PathId('pactId') pactId: string,
    @Body() request: CommitmentRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.create(pactId, request, principal);
  }

  @Get()
  @Operation({
    id: 'commitment_list',
    summary: 'List commitments',
    permission: 'commitment:read',
    answer: { list: CommitmentAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: CommitmentListQuery): Promise<Page> {
    const list = this.pages.of(query, 'commitments', pactId);
    const rows = await this.queries.list(pactId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':commitmentId')
  @Operation({
    id: 'commitment_show',
    summary: 'Show a commitment',
    permission: 'commitment:read',
    answer: CommitmentAnswer,
    versioned: true,
  })
  get(
    @PathId('pactId') pactId: string,
    @PathId('commitmentId') commitmentId: string,
    @KnownVersion() known: number | undefined,
  ): Promise<Resource> {
    return this.service.get(pactId, commitmentId, known);
  }

  @Patch(':commitmentId')
  @Operation({
    id: 'commitment_change',
    summary: 'Change the terms of a draft, or of a commitment that is being renegotiated',
    permission: 'commitment:write',
    answer: CommitmentAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('commitmentId') id: string,
    @IfMatch() version: number,
    @Body() patch: CommitmentPatch,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch, principal);
  }
}
