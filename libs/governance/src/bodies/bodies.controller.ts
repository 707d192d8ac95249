import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { BodiesTable } from './bodies.queries.js';
import { BodiesService } from './bodies.service.js';
import { BodyAnswer, BodyListQuery, BodyPatch, BodyRequest } from './body.dto.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/bodies')
export class BodiesController {
  constructor(
    private readonly service: BodiesService,
    private readonly bodies: BodiesTable,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'body_create',
    summary: 'Open a body: a committee, table, group or assembly',
    permission: 'governance:write',
    answer: BodyAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: BodyRequest): Promise<Created> {
    return this.service.create(pactId, request);
  }

  @Get()
  @Operation({
    id: 'body_list',
    summary: 'List the bodies of a pact',
    permission: 'governance:read',
    answer: { list: BodyAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: BodyListQuery): Promise<Page> {
    return this.bodies.page(pactId, query, this.pages.of(query, 'bodies', pactId));
  }

  @Get(':bodyId')
  @Operation({
    id: 'body_show',
    summary: 'Show a body and its links',
    permission: 'governance:read',
    answer: BodyAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('bodyId') bodyId: string): Promise<Resource> {
    return this.bodies.get(pactId, bodyId);
  }

  @Patch(':bodyId')
  @Operation({
    id: 'body_change',
    summary: 'Change a body, move it below another one, or close it',
    permission: 'governance:write',
    answer: BodyAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('bodyId') id: string,
    @IfMatch() version: number,
    @Body() patch: BodyPatch,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch);
  }
}
