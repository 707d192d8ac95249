import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { OwnSources } from '#intake';
import { Operation, PathId, Resource } from '#platform';
import { DataQualityAnswer, DataQualityQuery, WINDOW_DAYS } from './data-quality.dto.js';
import { DataQualityQueries } from './data-quality.queries.js';

@ApiTags('data quality')
@Controller('v1/pacts/:pactId/data-quality')
export class DataQualityController {
  constructor(
    private readonly queries: DataQualityQueries,
    private readonly sources: OwnSources,
  ) {}

  @Get()
  @Operation({
    id: 'data_quality_show',
    summary: 'How good the data of each source are, in counts',
    description:
      'Last push, rows rejected by code, how complete the fields are that figures are broken down by, what other ' +
      'sources tell of the same people and times, and findings by rule. A partner is told of its own sources.',
    permission: 'data-quality:read',
    answer: DataQualityAnswer,
  })
  async show(
    @PathId('pactId') pactId: string,
    @Query() { days = WINDOW_DAYS }: DataQualityQuery,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return new Resource(await this.queries.show(pactId, await this.sources.of(principal), days));
  }
}
