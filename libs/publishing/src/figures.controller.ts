import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request } from 'express';
import { Operation, PathId, type Answer } from '#platform';
import { FiguresPage } from './figure.dto.js';
import { FiguresQuery } from './figures-query.dto.js';
import { FiguresService } from './figures.service.js';

/** A million lines; the document has to name a bound, and no selection comes near it. */
const LONGEST_CSV = 200_000_000;

@ApiTags('figures')
@ApiExtraModels(FiguresPage)
@Controller('v1/pacts/:pactId/figures')
export class FiguresController {
  constructor(private readonly service: FiguresService) {}

  @Get()
  @Operation({
    id: 'figure_list',
    summary: 'Pull the figures of a pact',
    description: 'JSON comes in pages; CSV holds the whole selection. Both have an ETag.',
    permission: 'figure:read',
    answer: {
      media: {
        'application/json': { $ref: getSchemaPath(FiguresPage) },
        'text/csv': { type: 'string', maxLength: LONGEST_CSV },
      },
    },
    versioned: true,
  })
  list(
    @PathId('pactId') pactId: string,
    @Query() query: FiguresQuery,
    @Req() request: Request,
  ): Promise<Answer> {
    const prefersCsv = request.accepts(['application/json', 'text/csv']) === 'text/csv';
    return this.service.list(pactId, query, { prefersCsv, ifNoneMatch: request.headers['if-none-match'] });
  }
}
