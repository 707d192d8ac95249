import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, PathId, type Created, type Page, type Resource } from '#platform';
import { EntriesService } from '../entries/entries.service.js';
import { PillarAnswer, PillarListQuery, PillarPatch, PillarRequest } from './result.dto.js';
import { PILLAR } from './result.shape.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/pillars')
export class PillarsController {
  constructor(private readonly entries: EntriesService) {}

  @Post()
  @Operation({
    id: 'pillar_create',
    summary: 'Add a pillar, under which results stand',
    permission: 'agenda:write',
    answer: PillarAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: PillarRequest): Promise<Created> {
    return this.entries.create(pactId, PILLAR, request);
  }

  @Get()
  @Operation({
    id: 'pillar_list',
    summary: 'List the pillars of a pact',
    permission: 'agenda:read',
    answer: { list: PillarAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: PillarListQuery): Promise<Page> {
    return this.entries.list(pactId, PILLAR, query);
  }

  @Get(':pillarId')
  @Operation({
    id: 'pillar_show',
    summary: 'Show a pillar',
    permission: 'agenda:read',
    answer: PillarAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('pillarId') id: string): Promise<Resource> {
    return this.entries.get(pactId, PILLAR, id);
  }

  @Patch(':pillarId')
  @Operation({
    id: 'pillar_change',
    summary: 'Change a pillar',
    permission: 'agenda:write',
    answer: PillarAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('pillarId') id: string,
    @IfMatch() version: number,
    @Body() patch: PillarPatch,
  ): Promise<Resource> {
    return this.entries.change(pactId, PILLAR, { id, version }, patch);
  }

  @Delete(':pillarId')
  @Operation({
    id: 'pillar_remove',
    summary: 'Remove a pillar under which nothing stands',
    permission: 'agenda:write',
    status: 204,
    versioned: true,
    conflict: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('pillarId') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.entries.remove(pactId, PILLAR, { id, version });
  }
}
