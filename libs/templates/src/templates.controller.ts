import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  notFound,
  Operation,
  PageQuery,
  Pages,
  preferredLanguage,
  Resource,
  type Language,
  type Page,
} from '#platform';
import { TemplateDocument } from './format/template.dto.js';
import { PARTS } from './parts/index.js';
import { inOne } from './parts/words.js';
import { TemplateCatalogue } from './template-catalogue.js';
import { TemplateSummary } from './template-summary.dto.js';

@ApiTags('templates')
@Controller('v1/templates')
export class TemplatesController {
  constructor(
    private readonly catalogue: TemplateCatalogue,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'template_list',
    summary: 'List the templates that come with the service',
    permission: 'template:read',
    answer: { list: TemplateSummary },
  })
  list(@Query() query: PageQuery, @Headers('accept-language') languages: string | undefined): Page {
    const list = this.pages.of(query, 'templates');
    const [after = ''] = list.after ?? [];
    const rows = this.catalogue.all
      .filter(({ code }) => code > after)
      .map((template) => ({
        code: template.code,
        body: JSON.stringify(summaryOf(template, preferredLanguage(languages))),
      }));
    return list.page(rows, (row) => [row.code]);
  }

  @Get(':templateCode')
  @ApiParam({ name: 'templateCode', schema: { type: 'string', maxLength: 64 } })
  @Operation({
    id: 'template_show',
    summary: 'Show a template, whole and in both languages',
    description: 'It can be sent, as it is or changed, as the `document` of an application.',
    permission: 'template:read',
    answer: TemplateDocument,
  })
  get(@Param('templateCode') code: string): Resource {
    const template = this.catalogue.find(code);
    if (template === undefined) throw notFound();
    return new Resource(JSON.stringify(template));
  }
}

const summaryOf = (template: TemplateDocument, language: Language): TemplateSummary => ({
  code: template.code,
  version: template.version,
  label: inOne(template.name, language) ?? template.code,
  name: template.name,
  parts: PARTS.flatMap(({ name: part }) => {
    const given = template[part];
    const items = Array.isArray(given) ? given.length : Number(given !== undefined);
    return items === 0 ? [] : [{ part, items }];
  }),
});
