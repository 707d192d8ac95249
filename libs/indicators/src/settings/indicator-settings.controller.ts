import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, PathId, type Resource } from '#platform';
import { IndicatorSettingsAnswer, IndicatorSettingsRequest } from './indicator-settings.dto.js';
import { IndicatorSettingsService } from './indicator-settings.service.js';

@ApiTags('indicators')
@Controller('v1/pacts/:pactId/indicator-settings')
export class IndicatorSettingsController {
  constructor(private readonly service: IndicatorSettingsService) {}

  @Get()
  @Operation({
    id: 'indicator_settings_show',
    summary: 'Show what the pact has chosen about its indicators',
    permission: 'indicator:read',
    answer: IndicatorSettingsAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string): Promise<Resource> {
    return this.service.get(pactId);
  }

  @Put()
  @Operation({
    id: 'indicator_settings_replace',
    summary: 'Choose the retention rule and the disclosure threshold',
    description:
      'While the defaults hold, the version is 0: send `If-Match: "0"`. The figures are computed again.',
    permission: 'indicator-settings:write',
    answer: IndicatorSettingsAnswer,
    versioned: true,
  })
  replace(
    @PathId('pactId') pactId: string,
    @IfMatch() version: number,
    @Body() request: IndicatorSettingsRequest,
  ): Promise<Resource> {
    return this.service.replace(pactId, version, request);
  }
}
