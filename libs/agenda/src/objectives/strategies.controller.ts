import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, PathId, type Created, type Page, type Resource } from '#platform';
import { EntriesService } from '../entries/entries.service.js';
import { StrategyAnswer, StrategyListQuery, StrategyPatch, StrategyRequest } from './strategy.dto.js';
import { STRATEGY } from './objective.shape.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/strategies')
export class StrategiesController {
  constructor(private readonly entries: EntriesService) {}

  @Post()
  @Operation({
    id: 'strategy_create',
    summary: 'Add a strategy, which groups objectives',
    permission: 'agenda:write',
    answer: StrategyAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: StrategyRequest): Promise<Created> {
    return this.entries.create(pactId, STRATEGY, request);
  }

  @Get()
  @Operation({
    id: 'strategy_list',
    summary: 'List the strategies of a pact',
    permission: 'agenda:read',
    answer: { list: StrategyAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: StrategyListQuery): Promise<Page> {
    return this.entries.list(pactId, STRATEGY, query);
  }

  @Get(':strategyId')
  @Operation({
    id: 'strategy_show',
    summary: 'Show a strategy',
    permission: 'agenda:read',
    answer: StrategyAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('strategyId') id: string): Promise<Resource> {
    return this.entries.get(pactId, STRATEGY, id);
  }

  @Patch(':strategyId')
  @Operation({
    id: 'strategy_change',
    summary: 'Change a strategy',
    permission: 'agenda:write',
    answer: StrategyAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('strategyId') id: string,
    @IfMatch() version: number,
    @Body() patch: StrategyPatch,
  ): Promise<Resource> {
    return this.entries.change(pactId, STRATEGY, { id, version }, patch);
  }

  @Delete(':strategyId')
  @Operation({
    id: 'strategy_remove',
    summary: 'Remove a strategy that groups nothing',
    permission: 'agenda:write',
    status: 204,
    versioned: true,
    conflict: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('strategyId') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.entries.remove(pactId, STRATEGY, { id, version });
  }
}
