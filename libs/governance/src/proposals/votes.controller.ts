import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { VoteAnswer, VoteListQuery, VoteRequest } from './proposal.dto.js';
import { VotesTable } from './votes.queries.js';
import { VotesService } from './votes.service.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/votes')
export class VotesController {
  constructor(
    private readonly service: VotesService,
    private readonly votes: VotesTable,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'vote_cast',
    summary: 'Vote on an open proposal',
    description:
      'Once for each voting member of the body: with its own key, with that of the member it has delegated for the ' +
      'meeting, or recorded by the secretariat. A vote does not change.',
    permission: 'vote:cast',
    answer: VoteAnswer,
    status: 201,
    versioned: true,
  })
  cast(
    @PathId('pactId') pactId: string,
    @Body() request: VoteRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.cast(pactId, request, principal);
  }

  @Get()
  @Operation({
    id: 'vote_list',
    summary: 'List votes as they were cast',
    permission: 'vote:read',
    answer: { list: VoteAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: VoteListQuery): Promise<Page> {
    return this.votes.page(pactId, query, this.pages.of(query, 'votes', pactId));
  }

  @Get(':voteId')
  @Operation({
    id: 'vote_show',
    summary: 'Show a vote',
    permission: 'vote:read',
    answer: VoteAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('voteId') voteId: string): Promise<Resource> {
    return this.votes.get(pactId, voteId);
  }
}
