import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Created, Operation, Pages, PathId, type Page, type Resource } from '#platform';
import { MonitoringRunAnswer, MonitoringRunListQuery, MonitoringRunRequest } from './monitoring-run.dto.js';
import { MonitoringQueries } from './monitoring.queries.js';
import { MonitoringService } from './monitoring.service.js';

@ApiTags('monitoring')
@Controller('v1/pacts/:pactId/monitoring-runs')
export class MonitoringRunsController {
  constructor(
    private readonly service: MonitoringService,
    private readonly queries: MonitoringQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'monitoring_run_create',
    summary: 'Ask for the indicators to be computed now',
    permission: 'monitoring:run',
    answer: MonitoringRunAnswer,
    status: 202,
  })
  async create(
    @PathId('pactId') pactId: string,
    @Caller() caller: Principal,
    @Body() request: MonitoringRunRequest,
  ): Promise<Created> {
    const runId = await this.service.request(pactId, 'request', caller.id, request);
    return new Created(`/v1/pacts/${pactId}/monitoring-runs/${runId}`, await this.service.get(pactId, runId));
  }

  @Get()
  @Operation({
    id: 'monitoring_run_list',
    summary: 'List monitoring runs, newest first',
    permission: 'monitoring:read',
    answer: { list: MonitoringRunAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: MonitoringRunListQuery): Promise<Page> {
    const list = this.pages.of(query, 'monitoring-runs', pactId);
    const rows = await this.queries.list(pactId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':runId')
  @Operation({
    id: 'monitoring_run_show',
    summary: 'Show how a monitoring run stands',
    permission: 'monitoring:read',
    answer: MonitoringRunAnswer,
  })
  get(@PathId('pactId') pactId: string, @PathId('runId') runId: string): Promise<Resource> {
    return this.service.get(pactId, runId);
  }
}
