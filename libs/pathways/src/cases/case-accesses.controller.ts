import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Pages, PathId, type Page } from '#platform';
import { CaseAccessAnswer, CaseAccessListQuery } from './case-accesses.dto.js';
import { CaseAccessesQueries } from './case-accesses.queries.js';

@ApiTags('case data')
@Controller('v1/pacts/:pactId/case-data-accesses')
export class CaseAccessesController {
  constructor(
    private readonly queries: CaseAccessesQueries,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'case_data_access_list',
    summary: 'List who has looked at case data, newest first',
    permission: 'case-data-access:read',
    answer: { list: CaseAccessAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: CaseAccessListQuery): Promise<Page> {
    const list = this.pages.of(query, 'case-data-accesses', pactId);
    const rows = await this.queries.list(pactId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }
}
