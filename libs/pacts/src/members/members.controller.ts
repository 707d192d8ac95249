import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import {
  MemberAnswer,
  MemberListQuery,
  MemberPatch,
  MemberRequest,
  SignatureAnswer,
  SignatureRequest,
} from './member.dto.js';
import { MembersQueries } from './members.queries.js';
import { MembersService } from './members.service.js';
import { SignaturesService } from './signatures.service.js';

@ApiTags('members')
@Controller('v1/pacts/:pactId/members')
export class MembersController {
  constructor(
    private readonly service: MembersService,
    private readonly signatures: SignaturesService,
    private readonly queries: MembersQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'member_create',
    summary: 'Let an actor join the pact',
    permission: 'membership:write',
    answer: MemberAnswer,
    status: 201,
    versioned: true,
  })
  join(@PathId('pactId') pactId: string, @Body() request: MemberRequest): Promise<Created> {
    return this.service.join(pactId, request);
  }

  @Get()
  @Operation({
    id: 'member_list',
    summary: 'List the members, those that left included',
    permission: 'membership:read',
    answer: { list: MemberAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: MemberListQuery): Promise<Page> {
    const list = this.pages.of(query, 'members', pactId);
    const rows = await this.queries.list(pactId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':memberId')
  @Operation({
    id: 'member_show',
    summary: 'Show a member',
    permission: 'membership:read',
    answer: MemberAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('memberId') memberId: string): Promise<Resource> {
    return this.service.get(pactId, memberId);
  }

  @Patch(':memberId')
  @Operation({
    id: 'member_change',
    summary: 'Change the role of a member',
    permission: 'membership:write',
    answer: MemberAnswer,
    versioned: true,
    conflict: true,
  })
  changeRole(
    @PathId('pactId') pactId: string,
    @PathId('memberId') memberId: string,
    @IfMatch() version: number,
    @Body() patch: MemberPatch,
  ): Promise<Resource> {
    return this.service.changeRole(pactId, memberId, version, patch);
  }

  @Put(':memberId/signature')
  @Operation({
    id: 'member_sign',
    summary: 'Sign a published version of the pact',
    description:
      'By the key of the actor, or by a coordinator who records it. A repeat in the same words is answered alike; a ' +
      'signature never changes. The version is in force as soon as the ratification rule is met.',
    permission: 'membership:sign',
    answer: SignatureAnswer,
    conflict: true,
  })
  sign(
    @PathId('pactId') pactId: string,
    @PathId('memberId') memberId: string,
    @Body() request: SignatureRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.signatures.sign(pactId, memberId, request, principal);
  }

  @Get(':memberId/signature')
  @Operation({
    id: 'member_signature_show',
    summary: 'Show the latest signature of a member',
    permission: 'membership:read',
    answer: SignatureAnswer,
  })
  signature(@PathId('pactId') pactId: string, @PathId('memberId') memberId: string): Promise<Resource> {
    return this.signatures.get(pactId, memberId);
  }
}
