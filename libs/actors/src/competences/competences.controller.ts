import { Body, Controller, Delete, Get, Headers, Param, Put, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import {
  IfMatch,
  Operation,
  PageQuery,
  Pages,
  PathId,
  preferredLanguage,
  type Page,
  type Resource,
} from '#platform';
import { CompetenceAnswer, CompetenceKind, CompetenceRequest } from './competence.dto.js';
import { COMPETENCE_CODES, COMPETENCES } from './competence.rules.js';
import { ActorCompetencesService } from './competences.service.js';

@ApiTags('knowledge')
@Controller('v1/competences')
export class CompetencesController {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Operation({
    id: 'competence_list',
    summary: 'List the competences that can be offered and needed',
    permission: 'competence:read',
    answer: { list: CompetenceKind },
  })
  list(@Query() query: PageQuery, @Headers('accept-language') languages: string | undefined): Page {
    const list = this.pages.of(query, 'competences');
    const language = preferredLanguage(languages);
    const [after = ''] = list.after ?? [];
    const rows = Object.entries(COMPETENCES)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .filter(([code]) => code > after)
      .map(([code, labels]) => ({ code, body: JSON.stringify({ code, label: labels[language], labels }) }));
    return list.page(rows, (row) => [row.code]);
  }
}

export const ApiCompetence = () =>
  ApiParam({ name: 'competence', schema: { type: 'string', maxLength: 60, enum: COMPETENCE_CODES } });

@ApiTags('knowledge')
@Controller('v1/actors/:actorId/competences')
export class ActorCompetencesController {
  constructor(
    private readonly service: ActorCompetencesService,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'actor_competence_list',
    summary: 'List what an actor can do, and where',
    permission: 'actor:read',
    answer: { list: CompetenceAnswer },
  })
  async list(@PathId('actorId') actorId: string, @Query() query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, 'actor-competences', actorId);
    return list.page(await this.service.list(actorId, query, list.after?.[0]), (row) => [row.code]);
  }

  @Get(':competence')
  @ApiCompetence()
  @Operation({
    id: 'actor_competence_show',
    summary: 'Show a competence of an actor',
    permission: 'actor:read',
    answer: CompetenceAnswer,
    versioned: true,
  })
  get(@PathId('actorId') actorId: string, @Param('competence') code: string): Promise<Resource> {
    return this.service.get(actorId, code);
  }

  @Put(':competence')
  @ApiCompetence()
  @Operation({
    id: 'actor_competence_set',
    summary: 'Say that an actor has a competence, and where',
    description: 'While it has none of this code, the version is 0: send `If-Match: "0"`.',
    permission: 'actor:write',
    answer: CompetenceAnswer,
    versioned: true,
  })
  set(
    @PathId('actorId') ownerId: string,
    @Param('competence') code: string,
    @IfMatch() version: number,
    @Body() request: CompetenceRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.set(principal, { ownerId, code, version }, request);
  }

  @Delete(':competence')
  @ApiCompetence()
  @Operation({
    id: 'actor_competence_remove',
    summary: 'Say that an actor has a competence no more',
    permission: 'actor:write',
    status: 204,
    versioned: true,
  })
  remove(
    @PathId('actorId') ownerId: string,
    @Param('competence') code: string,
    @IfMatch() version: number,
    @Caller() principal: Principal,
  ): Promise<void> {
    return this.service.remove(principal, { ownerId, code, version });
  }
}
