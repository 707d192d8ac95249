import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { ActorAnswer, ActorListQuery, ActorPatch, ActorRequest } from './actor.dto.js';
import { ActorsQueries } from './actors.queries.js';
import { ActorsService } from './actors.service.js';

@ApiTags('actors')
@Controller('v1/actors')
export class ActorsController {
  constructor(
    private readonly service: ActorsService,
    private readonly queries: ActorsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'actor_create',
    summary: 'Register an organisation or informal group',
    permission: 'actor:write',
    answer: ActorAnswer,
    status: 201,
    versioned: true,
  })
  create(@Body() request: ActorRequest): Promise<Created> {
    return this.service.create(request);
  }

  @Get()
  @Operation({
    id: 'actor_list',
    summary: 'List actors',
    permission: 'actor:read',
    answer: { list: ActorAnswer },
  })
  async list(@Query() query: ActorListQuery): Promise<Page> {
    const list = this.pages.of(query, 'actors');
    const rows = await this.queries.list(query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':actorId')
  @Operation({
    id: 'actor_show',
    summary: 'Show an actor',
    permission: 'actor:read',
    answer: ActorAnswer,
    versioned: true,
  })
  get(@PathId('actorId') actorId: string): Promise<Resource> {
    return this.service.get(actorId);
  }

  @Patch(':actorId')
  @Operation({
    id: 'actor_change',
    summary: 'Change an actor',
    permission: 'actor:write',
    answer: ActorAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('actorId') actorId: string,
    @IfMatch() version: number,
    @Body() patch: ActorPatch,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.change(principal, actorId, version, patch);
  }
}
