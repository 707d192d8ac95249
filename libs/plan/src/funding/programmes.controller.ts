import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { ProgrammeAnswer, ProgrammeListQuery, ProgrammePatch, ProgrammeRequest } from './programme.dto.js';
import { ProgrammesQueries } from './programmes.queries.js';
import { ProgrammesService } from './programmes.service.js';

@ApiTags('funding')
@Controller('v1/funding-programmes')
export class ProgrammesController {
  constructor(
    private readonly service: ProgrammesService,
    private readonly queries: ProgrammesQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'funding_programme_create',
    summary: 'Name a funding programme that pacts draw on',
    permission: 'funding-source:create',
    answer: ProgrammeAnswer,
    status: 201,
    versioned: true,
  })
  create(@Body() request: ProgrammeRequest): Promise<Created> {
    return this.service.create(request);
  }

  @Get()
  @Operation({
    id: 'funding_programme_list',
    summary: 'List funding programmes',
    permission: 'funding-source:read',
    answer: { list: ProgrammeAnswer },
  })
  async list(@Query() query: ProgrammeListQuery): Promise<Page> {
    const list = this.pages.of(query, 'funding-programmes');
    return list.page(await this.queries.list(query, list.after), (row) => [row.id]);
  }

  @Get(':programmeId')
  @Operation({
    id: 'funding_programme_show',
    summary: 'Show a funding programme',
    permission: 'funding-source:read',
    answer: ProgrammeAnswer,
    versioned: true,
  })
  get(@PathId('programmeId') programmeId: string): Promise<Resource> {
    return this.service.get(programmeId);
  }

  @Patch(':programmeId')
  @Operation({
    id: 'funding_programme_change',
    summary: 'Change what is said of a funding programme, for all pacts',
    permission: 'funding-source:write',
    answer: ProgrammeAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('programmeId') programmeId: string,
    @IfMatch() version: number,
    @Body() patch: ProgrammePatch,
  ): Promise<Resource> {
    return this.service.change(programmeId, version, patch);
  }
}
