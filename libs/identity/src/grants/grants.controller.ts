import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { Caller, type Principal } from '../principal.js';
import { GrantAnswer, GrantListQuery, GrantRequest } from './grant.dto.js';
import { GrantsQueries } from './grants.queries.js';
import { GrantsService } from './grants.service.js';

@ApiTags('access')
@Controller('v1/grants')
export class GrantsController {
  constructor(
    private readonly service: GrantsService,
    private readonly queries: GrantsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'grant_create',
    summary: 'Give a person a role, in one pact or everywhere',
    permission: 'grant:manage',
    answer: GrantAnswer,
    status: 201,
  })
  create(@Body() request: GrantRequest, @Caller() principal: Principal): Promise<Created> {
    return this.service.create(request, principal);
  }

  @Get()
  @Operation({
    id: 'grant_list',
    summary: 'List the roles of people',
    permission: 'grant:manage',
    answer: { list: GrantAnswer },
  })
  async list(@Query() query: GrantListQuery): Promise<Page> {
    const list = this.pages.of(query, 'grants');
    const rows = await this.queries.list(query.pactId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':grantId')
  @Operation({
    id: 'grant_show',
    summary: 'Show a role of a person',
    permission: 'grant:manage',
    answer: GrantAnswer,
  })
  get(@PathId('grantId') grantId: string): Promise<Resource> {
    return this.service.get(grantId);
  }

  @Delete(':grantId')
  @Operation({
    id: 'grant_revoke',
    summary: 'Revoke a role: it ends within a second',
    permission: 'grant:manage',
    status: 204,
  })
  revoke(@PathId('grantId') grantId: string, @Caller() principal: Principal): Promise<void> {
    return this.service.revoke(grantId, principal);
  }
}
