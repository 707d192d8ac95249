import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, PathId, type Created, type Page, type Resource } from '#platform';
import { EntriesService } from '../entries/entries.service.js';
import { SwotAnswer, SwotListQuery, SwotPatch, SwotRequest } from './swot.dto.js';
import { SurveyService } from './survey.service.js';
import { SWOT } from './survey.shape.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/swot')
export class SwotController {
  constructor(
    private readonly entries: EntriesService,
    private readonly survey: SurveyService,
  ) {}

  @Post()
  @Operation({
    id: 'swot_entry_create',
    summary: 'Add a strength, weakness, opportunity or threat',
    permission: 'survey:write',
    answer: SwotAnswer,
    status: 201,
    versioned: true,
  })
  create(
    @PathId('pactId') pactId: string,
    @Body() request: SwotRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.survey.create(pactId, SWOT, request, principal);
  }

  @Get()
  @Operation({
    id: 'swot_entry_list',
    summary: 'List the SWOT entries of a pact',
    permission: 'survey:read',
    answer: { list: SwotAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: SwotListQuery): Promise<Page> {
    return this.entries.list(pactId, SWOT, query);
  }

  @Get(':swotEntryId')
  @Operation({
    id: 'swot_entry_show',
    summary: 'Show a SWOT entry',
    permission: 'survey:read',
    answer: SwotAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('swotEntryId') id: string): Promise<Resource> {
    return this.entries.get(pactId, SWOT, id);
  }

  @Patch(':swotEntryId')
  @Operation({
    id: 'swot_entry_change',
    summary: 'Change a SWOT entry',
    permission: 'survey:write',
    answer: SwotAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('swotEntryId') id: string,
    @IfMatch() version: number,
    @Body() patch: SwotPatch,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.survey.change(pactId, SWOT, { id, version }, patch, principal);
  }

  @Delete(':swotEntryId')
  @Operation({
    id: 'swot_entry_remove',
    summary: 'Remove a SWOT entry',
    permission: 'survey:write',
    status: 204,
    versioned: true,
    conflict: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('swotEntryId') id: string,
    @IfMatch() version: number,
    @Caller() principal: Principal,
  ): Promise<void> {
    return this.survey.remove(pactId, SWOT, { id, version }, principal);
  }
}
