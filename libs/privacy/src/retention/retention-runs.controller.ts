import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Pages, type Page } from '#platform';
import { RetentionRunAnswer, RetentionRunListQuery } from './retention-run.dto.js';
import { RetentionRunsQueries } from './retention-runs.queries.js';

@ApiTags('data subjects')
@Controller('v1/retention-runs')
export class RetentionRunsController {
  constructor(
    private readonly queries: RetentionRunsQueries,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'retention_run_list',
    summary: 'List what was removed because it had been kept long enough, newest first',
    description: 'Each night, in all pacts together. How long each kind is kept is a setting of the service.',
    permission: 'retention:read',
    answer: { list: RetentionRunAnswer },
  })
  async list(@Query() query: RetentionRunListQuery): Promise<Page> {
    const list = this.pages.of(query, 'retention-runs');
    const rows = await this.queries.list(query, list.after);
    return list.page(rows, (row) => [row.id]);
  }
}
