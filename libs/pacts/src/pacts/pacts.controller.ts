import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, enteredPacts, type Principal } from '#identity';
import {
  IfMatch,
  Operation,
  PageQuery,
  Pages,
  PathId,
  type Created,
  type Page,
  type Resource,
} from '#platform';
import {
  PactAnswer,
  PactListQuery,
  PactPatch,
  PactRequest,
  PactTransitionAnswer,
  PactTransitionRequest,
} from './pact.dto.js';
import { PactsQueries } from './pacts.queries.js';
import { PactsService } from './pacts.service.js';

@ApiTags('pacts')
@Controller('v1/pacts')
export class PactsController {
  constructor(
    private readonly service: PactsService,
    private readonly queries: PactsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'pact_create',
    summary: 'Draft a pact',
    permission: 'pact:create',
    answer: PactAnswer,
    status: 201,
    versioned: true,
  })
  create(@Body() request: PactRequest): Promise<Created> {
    return this.service.create(request);
  }

  @Get()
  @Operation({
    id: 'pact_list',
    summary: 'List the pacts the caller belongs to',
    permission: 'pact:read',
    answer: { list: PactAnswer },
  })
  async list(@Query() query: PactListQuery, @Caller() principal: Principal): Promise<Page> {
    const list = this.pages.of(query, 'pacts');
    const rows = await this.queries.list(query, enteredPacts(principal), list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':pactId')
  @Operation({
    id: 'pact_show',
    summary: 'Show a pact: its state, the version in force, the systems that are missing',
    permission: 'pact:read',
    answer: PactAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string): Promise<Resource> {
    return this.service.get(pactId);
  }

  @Patch(':pactId')
  @Operation({
    id: 'pact_change',
    summary: 'Change a pact',
    permission: 'pact:write',
    answer: PactAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @IfMatch() version: number,
    @Body() patch: PactPatch,
  ): Promise<Resource> {
    return this.service.change(pactId, version, patch);
  }

  @Post(':pactId/transitions')
  @Operation({
    id: 'pact_move',
    summary: 'Move a pact to another state',
    description: 'Opening for signature needs a published version; becoming active needs a version in force.',
    permission: 'pact:write',
    answer: PactAnswer,
  })
  move(
    @PathId('pactId') pactId: string,
    @Body() request: PactTransitionRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.move(pactId, request, principal);
  }

  @Get(':pactId/transitions')
  @Operation({
    id: 'pact_transition_list',
    summary: 'List the moves of a pact, first to last',
    permission: 'pact-history:read',
    answer: { list: PactTransitionAnswer },
  })
  async transitions(@PathId('pactId') pactId: string, @Query() query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, 'pact-transitions', pactId);
    const rows = await this.queries.transitions(pactId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }
}
