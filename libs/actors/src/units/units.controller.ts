import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
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
import { UnitAnswer, UnitPatch, UnitRequest } from './unit.dto.js';
import { UnitsQueries } from './units.queries.js';
import { UnitsService } from './units.service.js';

@ApiTags('actors')
@Controller('v1/actors/:actorId/units')
export class UnitsController {
  constructor(
    private readonly service: UnitsService,
    private readonly queries: UnitsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'unit_create',
    summary: 'Name a department or office of an actor',
    description: 'A coordinator: of a member of one of its pacts, or of an actor that takes part in none.',
    permission: 'actor:write',
    answer: UnitAnswer,
    status: 201,
    versioned: true,
  })
  create(
    @PathId('actorId') actorId: string,
    @Body() request: UnitRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.create(principal, actorId, request);
  }

  @Get()
  @Operation({
    id: 'unit_list',
    summary: 'List the departments and offices of an actor',
    permission: 'actor:read',
    answer: { list: UnitAnswer },
  })
  async list(@PathId('actorId') actorId: string, @Query() query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, 'units', actorId);
    return list.page(await this.queries.list(actorId, query, list.after), (row) => [row.id]);
  }

  @Get(':unitId')
  @Operation({
    id: 'unit_show',
    summary: 'Show a department or office',
    permission: 'actor:read',
    answer: UnitAnswer,
    versioned: true,
  })
  get(@PathId('actorId') actorId: string, @PathId('unitId') unitId: string): Promise<Resource> {
    return this.service.get(actorId, unitId);
  }

  @Patch(':unitId')
  @Operation({
    id: 'unit_change',
    summary: 'Rename a department or office',
    permission: 'actor:write',
    answer: UnitAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('actorId') actorId: string,
    @PathId('unitId') id: string,
    @IfMatch() version: number,
    @Body() patch: UnitPatch,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.change(principal, { actorId, id, version }, patch);
  }
}
