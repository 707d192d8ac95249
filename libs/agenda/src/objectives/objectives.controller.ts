import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, PathId, type Created, type Page, type Resource } from '#platform';
import { EntriesService } from '../entries/entries.service.js';
import { ObjectiveAnswer, ObjectiveListQuery, ObjectivePatch, ObjectiveRequest } from './objective.dto.js';
import { OBJECTIVE } from './objective.shape.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/objectives')
export class ObjectivesController {
  constructor(private readonly entries: EntriesService) {}

  @Post()
  @Operation({
    id: 'objective_create',
    summary: 'Add an objective to the tree',
    permission: 'agenda:write',
    answer: ObjectiveAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: ObjectiveRequest): Promise<Created> {
    return this.entries.create(pactId, OBJECTIVE, request);
  }

  @Get()
  @Operation({
    id: 'objective_list',
    summary: 'List the objectives of a pact',
    permission: 'agenda:read',
    answer: { list: ObjectiveAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: ObjectiveListQuery): Promise<Page> {
    return this.entries.list(pactId, OBJECTIVE, query);
  }

  @Get(':objectiveId')
  @Operation({
    id: 'objective_show',
    summary: 'Show an objective',
    permission: 'agenda:read',
    answer: ObjectiveAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('objectiveId') id: string): Promise<Resource> {
    return this.entries.get(pactId, OBJECTIVE, id);
  }

  @Patch(':objectiveId')
  @Operation({
    id: 'objective_change',
    summary: 'Change an objective',
    permission: 'agenda:write',
    answer: ObjectiveAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('objectiveId') id: string,
    @IfMatch() version: number,
    @Body() patch: ObjectivePatch,
  ): Promise<Resource> {
    return this.entries.change(pactId, OBJECTIVE, { id, version }, patch);
  }

  @Delete(':objectiveId')
  @Operation({
    id: 'objective_remove',
    summary: 'Remove an objective, and its links with it',
    permission: 'agenda:write',
    status: 204,
    versioned: true,
    conflict: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('objectiveId') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.entries.remove(pactId, OBJECTIVE, { id, version });
  }
}
