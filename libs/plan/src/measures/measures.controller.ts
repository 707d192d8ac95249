import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { MeasureAnswer, MeasureListQuery, MeasurePatch, MeasureRequest } from './measure.dto.js';
import { MeasuresQueries } from './measures.queries.js';
import { MeasuresService } from './measures.service.js';

@ApiTags('measures')
@Controller('v1/pacts/:pactId/measures')
export class MeasuresController {
  constructor(
    private readonly service: MeasuresService,
    private readonly queries: MeasuresQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'measure_create',
    summary: 'Put a measure into the plan',
    description:
      'Its days, budget, sources and department may still be open: `…/open-questions` lists what is. ' +
      'Its code stays: partner systems push pathways under it.',
    permission: 'plan:write',
    answer: MeasureAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: MeasureRequest): Promise<Created> {
    return this.service.create(pactId, request);
  }

  @Get()
  @Operation({
    id: 'measure_list',
    summary: 'List the measures of the plan',
    permission: 'plan:read',
    answer: { list: MeasureAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: MeasureListQuery): Promise<Page> {
    const list = this.pages.of(query, 'measures', pactId);
    return list.page(await this.queries.list(pactId, query, list.after), (row) => [row.id]);
  }

  @Get(':measureId')
  @Operation({
    id: 'measure_show',
    summary: 'Show a measure, with what it is funded and has spent',
    permission: 'plan:read',
    answer: MeasureAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('measureId') measureId: string): Promise<Resource> {
    return this.service.get(pactId, measureId);
  }

  @Patch(':measureId')
  @Operation({
    id: 'measure_change',
    summary: 'Change a measure that is not over',
    permission: 'plan:write',
    answer: MeasureAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('measureId') id: string,
    @IfMatch() version: number,
    @Body() patch: MeasurePatch,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch);
  }
}
