import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, PathId, type Resource } from '#platform';
import { TrendAnswer, TrendQuery } from './trend.dto.js';
import { TrendService } from './trend.service.js';

@ApiTags('figures')
@Controller('v1/pacts/:pactId/figures/trend')
export class TrendController {
  constructor(private readonly service: TrendService) {}

  @Get()
  @Operation({
    id: 'figure_trend_show',
    summary: 'Show how an indicator goes, and what may follow',
    description:
      'A straight line through the published figures, and a 95 % interval for one further value. A figure that is ' +
      'suppressed has no part in it. A forecast is no figure: it is marked, and stands apart.',
    permission: 'figure:read',
    answer: TrendAnswer,
    versioned: true,
  })
  get(
    @PathId('pactId') pactId: string,
    @Query() query: TrendQuery,
    @Headers('if-none-match') ifNoneMatch: string | undefined,
  ): Promise<Resource> {
    return this.service.get(pactId, query, ifNoneMatch);
  }
}
