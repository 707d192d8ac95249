import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, PathId, type Created, type Page, type Resource } from '#platform';
import { EntriesService } from '../entries/entries.service.js';
import { ResultAnswer, ResultListQuery, ResultPatch, ResultRequest } from './result.dto.js';
import { RESULT } from './result.shape.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/results')
export class ResultsController {
  constructor(private readonly entries: EntriesService) {}

  @Post()
  @Operation({
    id: 'result_create',
    summary: 'Add an expected result under a pillar',
    permission: 'agenda:write',
    answer: ResultAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: ResultRequest): Promise<Created> {
    return this.entries.create(pactId, RESULT, request);
  }

  @Get()
  @Operation({
    id: 'result_list',
    summary: 'List the expected results of a pact',
    permission: 'agenda:read',
    answer: { list: ResultAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: ResultListQuery): Promise<Page> {
    return this.entries.list(pactId, RESULT, query);
  }

  @Get(':resultId')
  @Operation({
    id: 'result_show',
    summary: 'Show an expected result',
    permission: 'agenda:read',
    answer: ResultAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('resultId') id: string): Promise<Resource> {
    return this.entries.get(pactId, RESULT, id);
  }

  @Patch(':resultId')
  @Operation({
    id: 'result_change',
    summary: 'Change an expected result',
    permission: 'agenda:write',
    answer: ResultAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('resultId') id: string,
    @IfMatch() version: number,
    @Body() patch: ResultPatch,
  ): Promise<Resource> {
    return this.entries.change(pactId, RESULT, { id, version }, patch);
  }

  @Delete(':resultId')
  @Operation({
    id: 'result_remove',
    summary: 'Remove an expected result',
    permission: 'agenda:write',
    status: 204,
    versioned: true,
    conflict: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('resultId') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.entries.remove(pactId, RESULT, { id, version });
  }
}
