import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Operation, PathId, type Answer } from '#platform';
import { FiguresPage } from './figure.dto.js';
import { FiguresQuery } from './figures-query.dto.js';
import { FiguresService } from './figures.service.js';

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
        'text/csv': { type: 'string' },
      },
    },
    versioned: true,
  })
  list(
    @PathId('pactId') pactId: string,
    @Query() query: FiguresQuery,
    @Headers('accept') accept: string | undefined,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
  ): Promise<Answer> {
    return this.service.list(pactId, query, { accept, ifNoneMatch });
  }
}
