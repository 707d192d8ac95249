import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { Caller, type Principal } from '../principal.js';
import { GrantAnswer, PactGrantListQuery, PactGrantRequest } from './grant.dto.js';
import { GrantsQueries } from './grants.queries.js';
import { GrantsService } from './grants.service.js';

@ApiTags('access')
@Controller('v1/pacts/:pactId/grants')
export class PactGrantsController {
  constructor(
    private readonly service: GrantsService,
    private readonly queries: GrantsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'pact_grant_create',
    summary: 'Give a person a role in this pact, below that of a coordinator',
    permission: 'grant:delegate',
    answer: GrantAnswer,
    status: 201,
  })
  create(
    @PathId('pactId') pactId: string,
    @Body() request: PactGrantRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.createIn(pactId, request, principal);
  }

  @Get()
  @Operation({
    id: 'pact_grant_list',
    summary: 'List the roles of people in this pact',
    permission: 'grant:delegate',
    answer: { list: GrantAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: PactGrantListQuery): Promise<Page> {
    const list = this.pages.of(query, 'grants', pactId);
    const rows = await this.queries.list(pactId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':grantId')
  @Operation({
    id: 'pact_grant_show',
    summary: 'Show a role of a person in this pact',
    permission: 'grant:delegate',
    answer: GrantAnswer,
  })
  get(@PathId('pactId') pactId: string, @PathId('grantId') grantId: string): Promise<Resource> {
    return this.service.get(grantId, pactId);
  }

  @Delete(':grantId')
  @Operation({
    id: 'pact_grant_revoke',
    summary: 'Revoke a role in this pact: it ends within a second',
    permission: 'grant:delegate',
    status: 204,
  })
  revoke(
    @PathId('pactId') pactId: string,
    @PathId('grantId') grantId: string,
    @Caller() principal: Principal,
  ): Promise<void> {
    return this.service.revokeIn(pactId, grantId, principal);
  }
}
