import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { BodyMemberAnswer, BodyMemberListQuery, BodyMemberPatch, BodyMemberRequest } from './body.dto.js';
import { BodyMembersTable } from './body-members.queries.js';
import { BodyMembersService } from './body-members.service.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/bodies/:bodyId/members')
export class BodyMembersController {
  constructor(
    private readonly service: BodyMembersService,
    private readonly members: BodyMembersTable,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'body_member_create',
    summary: 'Give an actor a seat in a body',
    permission: 'governance:write',
    answer: BodyMemberAnswer,
    status: 201,
    versioned: true,
  })
  add(
    @PathId('pactId') pactId: string,
    @PathId('bodyId') bodyId: string,
    @Body() request: BodyMemberRequest,
  ): Promise<Created> {
    return this.service.add(pactId, bodyId, request);
  }

  @Get()
  @Operation({
    id: 'body_member_list',
    summary: 'List who sits in a body, or sat in it',
    permission: 'governance:read',
    answer: { list: BodyMemberAnswer },
  })
  list(
    @PathId('pactId') pactId: string,
    @PathId('bodyId') bodyId: string,
    @Query() query: BodyMemberListQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'body-members', pactId, bodyId);
    return this.members.page(pactId, query, list, bodyId);
  }

  @Get(':bodyMemberId')
  @Operation({
    id: 'body_member_show',
    summary: 'Show a seat in a body',
    permission: 'governance:read',
    answer: BodyMemberAnswer,
    versioned: true,
  })
  get(
    @PathId('pactId') pactId: string,
    @PathId('bodyId') bodyId: string,
    @PathId('bodyMemberId') id: string,
  ): Promise<Resource> {
    return this.members.get(pactId, id, bodyId);
  }

  @Patch(':bodyMemberId')
  @Operation({
    id: 'body_member_change',
    summary: 'Change a role in a body, or end it',
    permission: 'governance:write',
    answer: BodyMemberAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('bodyId') bodyId: string,
    @PathId('bodyMemberId') id: string,
    @IfMatch() version: number,
    @Body() patch: BodyMemberPatch,
  ): Promise<Resource> {
    return this.service.change(pactId, bodyId, { id, version }, patch);
  }
}
