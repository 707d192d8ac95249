import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { notFound, Operation, Pages, preferredLanguage, Resource, type Page } from '#platform';
import { Catalogue } from '../definition/catalogue.js';
import { IndicatorAnswer, IndicatorListQuery, IndicatorSummary } from './indicator.dto.js';
import { describeFully, summarise } from './indicator.view.js';

@ApiTags('indicators')
@Controller('v1/indicators')
export class IndicatorsController {
  constructor(
    private readonly catalogue: Catalogue,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'indicator_list',
    summary: 'List the indicators there are',
    permission: 'indicator:read',
    answer: { list: IndicatorSummary },
  })
  list(@Query() query: IndicatorListQuery, @Headers('accept-language') languages: string | undefined): Page {
    const list = this.pages.of(query, 'indicators');
    const [after = ''] = list.after ?? [];
    const rows = this.catalogue.all
      .filter(({ code }) => code > after)
      .map((definition) => ({
        code: definition.code,
        body: JSON.stringify(summarise(definition, preferredLanguage(languages))),
      }));
    return list.page(rows, (row) => [row.code]);
  }

  @Get(':code')
  @ApiParam({ name: 'code', schema: { type: 'string', maxLength: 60 } })
  @Operation({
    id: 'indicator_show',
    summary: 'Show an indicator: its rule in words, its formula and worked examples',
    permission: 'indicator:read',
    answer: IndicatorAnswer,
  })
  get(@Param('code') code: string, @Headers('accept-language') languages: string | undefined): Resource {
    const definition = this.catalogue.find(code);
    if (definition === undefined) throw notFound();
    const language = preferredLanguage(languages);
    return new Resource(JSON.stringify(describeFully(definition, language)), undefined, {
      'Content-Language': language,
      Vary: 'Accept-Language',
    });
  }
}
