import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, Pages, PathId, type Page, type Resource } from '#platform';
import { TemplateDocument } from '../format/template.dto.js';
import {
  ApplicationAnswer,
  ApplicationListQuery,
  ApplicationRequest,
  ExportQuery,
  PastApplicationAnswer,
} from './application.dto.js';
import { ApplicationsQueries } from './applications.queries.js';
import { ApplicationsService } from './applications.service.js';
import { ExportService } from './export.service.js';

@ApiTags('templates')
@Controller('v1/pacts/:pactId')
export class ApplicationsController {
  constructor(
    private readonly service: ApplicationsService,
    private readonly queries: ApplicationsQueries,
    private readonly exporter: ExportService,
    private readonly pages: Pages,
  ) {}

  @Post('template-applications')
  @Operation({
    id: 'template_application_create',
    summary: 'Apply a template to a pact, or see what it would come to',
    description:
      'With `dryRun` nothing is stored. What the pact has said or taken away itself is left as it is; applying a ' +
      'template again changes nothing and says so.',
    permission: 'template:apply',
    answer: ApplicationAnswer,
  })
  apply(
    @PathId('pactId') pactId: string,
    @Body() request: ApplicationRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.apply(pactId, request, principal);
  }

  @Get('template-applications')
  @Operation({
    id: 'template_application_list',
    summary: 'List which templates were applied to a pact',
    permission: 'template:export',
    answer: { list: PastApplicationAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: ApplicationListQuery): Promise<Page> {
    const list = this.pages.of(query, 'template-applications', pactId);
    return list.page(await this.queries.list(pactId, query, list.after), (row) => [row.id]);
  }

  @Get('template')
  @Operation({
    id: 'pact_template_show',
    summary: 'Export a pact as a template, without its data',
    description:
      'Without dates, money, members, departments, entries of surveys, meetings and decisions. Another pact applies it ' +
      'as the `document` of an application.',
    permission: 'template:export',
    answer: TemplateDocument,
    conflict: true,
  })
  export(@PathId('pactId') pactId: string, @Query() { language = 'it' }: ExportQuery): Promise<Resource> {
    return this.exporter.export(pactId, language);
  }
}
