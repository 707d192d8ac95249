import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Pages, PathId, type Page } from '#platform';
import { AgendaFindingAnswer, AgendaFindingListQuery } from './finding.dto.js';
import { AgendaFindingsQueries } from './findings.queries.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/agenda-findings')
export class AgendaFindingsController {
  constructor(
    private readonly queries: AgendaFindingsQueries,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'agenda_finding_list',
    summary:
      'List the gaps of the agenda: orphans, a second core, problems without objective and the other way round',
    permission: 'agenda:read',
    answer: { list: AgendaFindingAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: AgendaFindingListQuery): Promise<Page> {
    const list = this.pages.of(query, 'agenda-findings', pactId);
    const rows = await this.queries.list(pactId, query, list.after);
    return list.page(rows, ({ kind, id }) => [kind, id]);
  }
}
