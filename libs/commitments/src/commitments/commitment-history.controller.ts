import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PageQuery, Pages, PathId, type Page, type Resource } from '#platform';
import {
  CommitmentTransitionAnswer,
  CommitmentTransitionRequest,
  RevisionAnswer,
} from './commitment-history.dto.js';
import { CommitmentAnswer } from './commitment.dto.js';
import { CommitmentsQueries } from './commitments.queries.js';
import { MovesService } from './moves.service.js';

@ApiTags('commitments')
@Controller('v1/pacts/:pactId/commitments/:commitmentId')
export class CommitmentHistoryController {
  constructor(
    private readonly moves: MovesService,
    private readonly queries: CommitmentsQueries,
    private readonly pages: Pages,
  ) {}

  @Post('transitions')
  @Operation({
    id: 'commitment_move',
    summary: 'Move a commitment to another state, or give a beneficiary’s agreement or release',
    description:
      'The promisor proposes; each beneficiary agrees, and may release (the coordinator where the pact benefits). ' +
      'The state changes when all have. Fulfilment and breach are computed.',
    permission: 'commitment:write',
    answer: CommitmentAnswer,
  })
  move(
    @PathId('pactId') pactId: string,
    @PathId('commitmentId') commitmentId: string,
    @Body() request: CommitmentTransitionRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.moves.move(pactId, commitmentId, request, principal);
  }

  @Get('transitions')
  @Operation({
    id: 'commitment_transition_list',
    summary: 'List the moves of a commitment, first to last',
    permission: 'commitment:read',
    answer: { list: CommitmentTransitionAnswer },
  })
  async transitions(
    @PathId('pactId') pactId: string,
    @PathId('commitmentId') commitmentId: string,
    @Query() query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'commitment-transitions', pactId, commitmentId);
    const rows = await this.queries.transitions(pactId, commitmentId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get('revisions')
  @Operation({
    id: 'commitment_revision_list',
    summary: 'List the terms that renegotiations replaced, first to last',
    permission: 'commitment:read',
    answer: { list: RevisionAnswer },
  })
  async revisions(
    @PathId('pactId') pactId: string,
    @PathId('commitmentId') commitmentId: string,
    @Query() query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'commitment-revisions', pactId, commitmentId);
    const rows = await this.queries.revisions(pactId, commitmentId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }
}
