import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, PageQuery, Pages, PathId, type Page, type Resource } from '#platform';
import { CompetenceMapQueries } from './competence-map.queries.js';
import {
  CompetenceAnswer,
  CompetenceMapEntry,
  CompetenceMapQuery,
  CompetenceRequest,
} from './competence.dto.js';
import { ApiCompetence } from './competences.controller.js';
import { CompetenceNeedsService } from './competences.service.js';

@ApiTags('knowledge')
@Controller('v1/pacts/:pactId')
export class CompetenceMapController {
  constructor(
    private readonly needs: CompetenceNeedsService,
    private readonly map: CompetenceMapQueries,
    private readonly pages: Pages,
  ) {}

  @Get('competence-needs')
  @Operation({
    id: 'competence_need_list',
    summary: 'List the competences that a pact needs',
    permission: 'competence:read',
    answer: { list: CompetenceAnswer },
  })
  async listNeeds(@PathId('pactId') pactId: string, @Query() query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, 'competence-needs', pactId);
    return list.page(await this.needs.list(pactId, query, list.after?.[0]), (row) => [row.code]);
  }

  @Get('competence-needs/:competence')
  @ApiCompetence()
  @Operation({
    id: 'competence_need_show',
    summary: 'Show a competence that a pact needs',
    permission: 'competence:read',
    answer: CompetenceAnswer,
    versioned: true,
  })
  getNeed(@PathId('pactId') pactId: string, @Param('competence') code: string): Promise<Resource> {
    return this.needs.get(pactId, code);
  }

  @Put('competence-needs/:competence')
  @ApiCompetence()
  @Operation({
    id: 'competence_need_set',
    summary: 'Say that the pact needs a competence, and where',
    description: 'While it needs none of this code, the version is 0: send `If-Match: "0"`.',
    permission: 'competence-need:write',
    answer: CompetenceAnswer,
    versioned: true,
  })
  setNeed(
    @PathId('pactId') ownerId: string,
    @Param('competence') code: string,
    @IfMatch() version: number,
    @Body() request: CompetenceRequest,
  ): Promise<Resource> {
    return this.needs.set({ ownerId, code, version }, request);
  }

  @Delete('competence-needs/:competence')
  @ApiCompetence()
  @Operation({
    id: 'competence_need_remove',
    summary: 'Say that the pact needs a competence no more',
    permission: 'competence-need:write',
    status: 204,
    versioned: true,
  })
  removeNeed(
    @PathId('pactId') ownerId: string,
    @Param('competence') code: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.needs.remove({ ownerId, code, version });
  }

  @Get('competence-map')
  @Operation({
    id: 'competence_map_list',
    summary: 'See who can do what, where, and what is missing',
    description:
      'A competence without places of its own is offered wherever its actor is, and needed wherever the pact is. ' +
      'Members that have left are not counted.',
    permission: 'competence:read',
    answer: { list: CompetenceMapEntry },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: CompetenceMapQuery): Promise<Page> {
    const list = this.pages.of(query, 'competence-map', pactId);
    return list.page(await this.map.list(pactId, query, list.after?.[0]), (row) => [row.code]);
  }
}
