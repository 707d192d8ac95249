import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request } from 'express';
import { Caller, type Principal } from '#identity';
import { isUuid } from '#kernel';
import { invalidParameter, Operation, PathId, type Answer } from '#platform';
import { FILE_MEDIA_TYPES } from '../formats/formats.js';
import { AcrossQueries } from './across.queries.js';
import { FiguresPage } from './figure.dto.js';
import { FiguresAcrossQuery, FiguresQuery } from './figures-query.dto.js';
import { FiguresQueries } from './figures.queries.js';
import { FiguresService } from './figures.service.js';
import { negotiationOf } from './negotiation.js';

/** The document has to name a bound, and no selection comes near it. */
const LONGEST_FILE = 200_000_000;

const ANSWER = {
  media: {
    'application/json': { $ref: getSchemaPath(FiguresPage) },
    ...Object.fromEntries(FILE_MEDIA_TYPES.map((type) => [type, schemaOf(type)])),
  },
};
const FORMATS_TOLD =
  'JSON comes in pages; CSV, JSON-stat 2.0, SDMX-CSV 2.0, XLSX and the Data Package description of the CSV hold the ' +
  'whole selection, up to 20,000 figures. All have an ETag.';

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
    answer: ANSWER,
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
    description: `Pact by pact. ${FORMATS_TOLD} A person in two pacts counts in both: figures of pacts are not to be added.`,
    permission: 'figure:read',
    answer: ANSWER,
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

function schemaOf(mediaType: string): object {
  if (mediaType.endsWith('json')) return { type: 'object' };
  const file = { type: 'string', maxLength: LONGEST_FILE };
  return mediaType.includes('openxml') ? { ...file, format: 'binary' } : file;
}

function pactsOf({ pact }: FiguresAcrossQuery): string[] | undefined {
  if (pact === undefined) return undefined;
  const ids = pact.split(',').map((id) => id.trim().toLowerCase());
  if (ids.every(isUuid)) return [...new Set(ids)].sort();
  throw invalidParameter({
    errors: [{ pointer: '/pact', code: 'uuid', detail: 'Ids of pacts, with commas between them.' }],
  });
}
