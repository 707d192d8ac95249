import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, PathId, type Created, type Page, type Resource } from '#platform';
import { EntriesService } from '../entries/entries.service.js';
import { TerritoryAnswer, TerritoryListQuery, TerritoryPatch, TerritoryRequest } from './territory.dto.js';
import { SurveyService } from './survey.service.js';
import { TERRITORY } from './survey.shape.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/territory-entries')
export class TerritoryController {
  constructor(
    private readonly entries: EntriesService,
    private readonly survey: SurveyService,
  ) {}

  @Post()
  @Operation({
    id: 'territory_entry_create',
    summary: 'Add an entry to one of the maps of the territory',
    permission: 'survey:write',
    answer: TerritoryAnswer,
    status: 201,
    versioned: true,
  })
  create(
    @PathId('pactId') pactId: string,
    @Body() request: TerritoryRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.survey.create(pactId, TERRITORY, request, principal);
  }

  @Get()
  @Operation({
    id: 'territory_entry_list',
    summary: 'List the entries of the maps of the territory',
    permission: 'survey:read',
    answer: { list: TerritoryAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: TerritoryListQuery): Promise<Page> {
    return this.entries.list(pactId, TERRITORY, query);
  }

  @Get(':territoryEntryId')
  @Operation({
    id: 'territory_entry_show',
    summary: 'Show an entry of a map',
    permission: 'survey:read',
    answer: TerritoryAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('territoryEntryId') id: string): Promise<Resource> {
    return this.entries.get(pactId, TERRITORY, id);
  }

  @Patch(':territoryEntryId')
  @Operation({
    id: 'territory_entry_change',
    summary: 'Change an entry of a map',
    permission: 'survey:write',
    answer: TerritoryAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('territoryEntryId') id: string,
    @IfMatch() version: number,
    @Body() patch: TerritoryPatch,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.survey.change(pactId, TERRITORY, { id, version }, patch, principal);
  }

  @Delete(':territoryEntryId')
  @Operation({
    id: 'territory_entry_remove',
    summary: 'Remove an entry of a map',
    permission: 'survey:write',
    status: 204,
    versioned: true,
    conflict: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('territoryEntryId') id: string,
    @IfMatch() version: number,
    @Caller() principal: Principal,
  ): Promise<void> {
    return this.survey.remove(pactId, TERRITORY, { id, version }, principal);
  }
}
