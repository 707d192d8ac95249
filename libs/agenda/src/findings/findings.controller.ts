import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Pages, PathId, type Page } from '#platform';
import { FindingAnswer, FindingListQuery } from './finding.dto.js';
import { FindingsQueries } from './findings.queries.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/agenda-findings')
export class FindingsController {
  constructor(
    private readonly queries: FindingsQueries,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'agenda_finding_list',
    summary:
      'List the gaps of the agenda: orphans, a second core, problems without objective and the other way round',
    permission: 'agenda:read',
    answer: { list: FindingAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: FindingListQuery): Promise<Page> {
    const list = this.pages.of(query, 'agenda-findings', pactId);
    const rows = await this.queries.list(pactId, query, list.after);
    return list.page(rows, ({ kind, id }) => [kind, id]);
  }
}
