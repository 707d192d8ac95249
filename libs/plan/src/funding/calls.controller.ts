import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { CallAnswer, CallListQuery, CallPatch, CallRequest } from './call.dto.js';
import { CallsQueries } from './calls.queries.js';
import { CallsService } from './calls.service.js';

@ApiTags('funding')
@Controller('v1/calls')
export class CallsController {
  constructor(
    private readonly service: CallsService,
    private readonly queries: CallsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'call_create',
    summary: 'Name a call of a funding programme',
    permission: 'funding-source:create',
    answer: CallAnswer,
    status: 201,
    versioned: true,
  })
  create(@Body() request: CallRequest): Promise<Created> {
    return this.service.create(request);
  }

  @Get()
  @Operation({
    id: 'call_list',
    summary: 'List calls of funding programmes',
    permission: 'funding-source:read',
    answer: { list: CallAnswer },
  })
  async list(@Query() query: CallListQuery): Promise<Page> {
    const list = this.pages.of(query, 'calls');
    return list.page(await this.queries.list(query, list.after), (row) => [row.id]);
  }

  @Get(':callId')
  @Operation({
    id: 'call_show',
    summary: 'Show a call',
    permission: 'funding-source:read',
    answer: CallAnswer,
    versioned: true,
  })
  get(@PathId('callId') callId: string): Promise<Resource> {
    return this.service.get(callId);
  }

  @Patch(':callId')
  @Operation({
    id: 'call_change',
    summary: 'Change what is said of a call, for all pacts',
    permission: 'funding-source:write',
    answer: CallAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('callId') callId: string,
    @IfMatch() version: number,
    @Body() patch: CallPatch,
  ): Promise<Resource> {
    return this.service.change(callId, version, patch);
  }
}
