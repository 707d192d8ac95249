import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Pages, PathId, preferredLanguage, type Page, type Resource } from '#platform';
import { AlertAnswer, AlertListQuery } from './alert.dto.js';
import { AlertsQueries } from './alerts.queries.js';
import { AlertsService } from './alerts.service.js';

@ApiTags('monitoring')
@Controller('v1/pacts/:pactId/alerts')
export class AlertsController {
  constructor(
    private readonly service: AlertsService,
    private readonly queries: AlertsQueries,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'alert_list',
    summary: 'List alerts, newest first: what is amiss, since when, and who must act',
    description:
      'They are looked at every night and with each monitoring run, and resolved when they are so no more.',
    permission: 'alert:read',
    answer: { list: AlertAnswer },
  })
  async list(
    @PathId('pactId') pactId: string,
    @Query() query: AlertListQuery,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<Page> {
    const list = this.pages.of(query, 'alerts', pactId);
    const rows = await this.queries.list(pactId, query, preferredLanguage(languages), list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':alertId')
  @Operation({
    id: 'alert_show',
    summary: 'Show an alert',
    permission: 'alert:read',
    answer: AlertAnswer,
  })
  get(
    @PathId('pactId') pactId: string,
    @PathId('alertId') alertId: string,
    @Headers('accept-language') languages: string | undefined,
  ): Promise<Resource> {
    return this.service.get(pactId, alertId, preferredLanguage(languages));
  }
}
