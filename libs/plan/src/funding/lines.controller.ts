import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { LineAnswer, LineListQuery, LinePatch, LineRequest } from './line.dto.js';
import { LinesQueries } from './lines.queries.js';
import { LinesService } from './lines.service.js';

@ApiTags('funding')
@Controller('v1/pacts/:pactId/funding-lines')
export class LinesController {
  constructor(
    private readonly service: LinesService,
    private readonly queries: LinesQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'funding_line_create',
    summary: 'Fund a measure from a programme',
    description: 'A measure that several programmes pay for has a line of each.',
    permission: 'plan:write',
    answer: LineAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: LineRequest): Promise<Created> {
    return this.service.create(pactId, request);
  }

  @Get()
  @Operation({
    id: 'funding_line_list',
    summary: 'List the funding lines of the plan',
    permission: 'plan:read',
    answer: { list: LineAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: LineListQuery): Promise<Page> {
    const list = this.pages.of(query, 'funding-lines', pactId);
    return list.page(await this.queries.list(pactId, query, list.after), (row) => [row.id]);
  }

  @Get(':lineId')
  @Operation({
    id: 'funding_line_show',
    summary: 'Show a funding line, with what was paid from it',
    permission: 'plan:read',
    answer: LineAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('lineId') lineId: string): Promise<Resource> {
    return this.service.get(pactId, lineId);
  }

  @Patch(':lineId')
  @Operation({
    id: 'funding_line_change',
    summary: 'Change the amount or the period of a funding line',
    description: 'Never below what was paid, and not to begin after it.',
    permission: 'plan:write',
    answer: LineAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('lineId') id: string,
    @IfMatch() version: number,
    @Body() patch: LinePatch,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch);
  }
}
