import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Caller, type Principal } from '#identity';
import { isUuid } from '#kernel';
import { invalidParameter, Operation, PathId, type Answer } from '#platform';
import { AcrossQueries } from './across.queries.js';
import { FORMATS_TOLD, inEveryFormat } from './every-format.js';
import { FiguresPage } from './figure.dto.js';
import { FiguresAcrossQuery, FiguresQuery } from './figures-query.dto.js';
import { FiguresQueries } from './figures.queries.js';
import { FiguresService } from './figures.service.js';
import { negotiationOf } from './negotiation.js';

@ApiTags('figures')
@ApiExtraModels(FiguresPage)
@Controller('v1')
export class FiguresController {
  constructor(
    private readonly service: FiguresService,
    private readonly queries: FiguresQueries,
    private readonly across: AcrossQueries,
  ) {}

  @Get('pacts/:pactId/figures')
  @Operation({
    id: 'figure_list',
    summary: 'Pull the figures of a pact',
    description: FORMATS_TOLD,
    permission: 'figure:read',
    answer: inEveryFormat(FiguresPage),
    also: { 406: 'None of the formats that Accept takes.' },
    versioned: true,
  })
  list(
    @PathId('pactId') pactId: string,
    @Query() query: FiguresQuery,
    @Req() request: Request,
  ): Promise<Answer> {
    return this.service.list(this.queries.ofPact(pactId), query, negotiationOf(query, request));
  }

  @Get('figures')
  @Operation({
    id: 'figure_across_list',
    summary: 'Pull the figures of all pacts that the caller enters',
    description: `Pact by pact. ${FORMATS_TOLD} A person in two pacts counts in both: figures of pacts are not to be added; there are totals.`,
    permission: 'figure:read',
    answer: inEveryFormat(FiguresPage),
    also: { 406: 'None of the formats that Accept takes.' },
    versioned: true,
  })
  async listAcross(
    @Query() query: FiguresAcrossQuery,
    @Req() request: Request,
    @Caller() principal: Principal,
  ): Promise<Answer> {
    const negotiation = negotiationOf(query, request);
    const source = await this.across.ofPactsOf(principal, pactsOf(query));
    return this.service.list(source, query, negotiation);
  }
}

function pactsOf({ pact }: FiguresAcrossQuery): string[] | undefined {
  if (pact === undefined) return undefined;
  const ids = pact.split(',').map((id) => id.trim().toLowerCase());
  if (ids.every(isUuid)) return [...new Set(ids)].sort();
  throw invalidParameter({
    errors: [{ pointer: '/pact', code: 'uuid', detail: 'Ids of pacts, with commas between them.' }],
  });
}
