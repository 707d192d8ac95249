import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import {
  ProposalAnswer,
  ProposalListQuery,
  ProposalPatch,
  ProposalRequest,
  ProposalTransitionRequest,
} from './proposal.dto.js';
import { ProposalsTable } from './proposals.queries.js';
import { ProposalsService } from './proposals.service.js';
import { VotingService } from './voting.service.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/proposals')
export class ProposalsController {
  constructor(
    private readonly service: ProposalsService,
    private readonly voting: VotingService,
    private readonly proposals: ProposalsTable,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'proposal_create',
    summary: 'Propose something to a body',
    description: 'By a member of the body with its own key, or by the secretariat.',
    permission: 'proposal:write',
    answer: ProposalAnswer,
    status: 201,
    versioned: true,
  })
  create(
    @PathId('pactId') pactId: string,
    @Body() request: ProposalRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.create(pactId, request, principal);
  }

  @Get()
  @Operation({
    id: 'proposal_list',
    summary: 'List proposals',
    permission: 'governance:read',
    answer: { list: ProposalAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: ProposalListQuery): Promise<Page> {
    return this.proposals.page(pactId, query, this.pages.of(query, 'proposals', pactId));
  }

  @Get(':proposalId')
  @Operation({
    id: 'proposal_show',
    summary: 'Show a proposal, and what its vote came to',
    permission: 'governance:read',
    answer: ProposalAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('proposalId') proposalId: string): Promise<Resource> {
    return this.proposals.get(pactId, proposalId);
  }

  @Patch(':proposalId')
  @Operation({
    id: 'proposal_change',
    summary: 'Change a proposal that is a draft',
    permission: 'proposal:write',
    answer: ProposalAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('proposalId') id: string,
    @IfMatch() version: number,
    @Body() patch: ProposalPatch,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch, principal);
  }

  @Post(':proposalId/transitions')
  @Operation({
    id: 'proposal_move',
    summary: 'Open the vote on a proposal, close it, or withdraw the proposal',
    description:
      'Closing works out the outcome by the mandate of the body: quorum over the voting members of the day, then the ' +
      'majority. Where both are met there is a decision; else `outcome.result` is `no-quorum` or `no-majority`.',
    permission: 'proposal:write',
    answer: ProposalAnswer,
  })
  move(
    @PathId('pactId') pactId: string,
    @PathId('proposalId') proposalId: string,
    @Body() { to }: ProposalTransitionRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.voting.move(pactId, proposalId, to, principal);
  }
}
