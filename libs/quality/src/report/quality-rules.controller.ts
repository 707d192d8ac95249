import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, PageQuery, Pages, type Page } from '#platform';
import { RULES } from '../rules/index.js';
import { QualityRuleAnswer } from './data-quality.dto.js';

const IN_ORDER = RULES.toSorted((a, b) => (a.code < b.code ? -1 : 1));

/** What is looked for in the data, in words. */
@ApiTags('data quality')
@Controller('v1/data-quality-rules')
export class QualityRulesController {
  constructor(private readonly pages: Pages) {}

  @Get()
  @Operation({
    id: 'data_quality_rule_list',
    summary: 'List the rules that data are held against',
    permission: 'data-quality:read',
    answer: { list: QualityRuleAnswer },
  })
  list(@Query() query: PageQuery): Page {
    const list = this.pages.of(query, 'data-quality-rules');
    const [after = ''] = list.after ?? [];
    const rows = IN_ORDER.filter(({ code }) => code > after).map(({ code, kind, title, advice }) => ({
      code,
      body: JSON.stringify({ code, kind, title, advice }),
    }));
    return list.page(rows, ({ code }) => [code]);
  }
}
