import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import {
  IfMatch,
  Operation,
  PageQuery,
  Pages,
  PathId,
  type Created,
  type Page,
  type Resource,
} from '#platform';
import {
  MandateAnswer,
  MandateListQuery,
  MandatePatch,
  MandateRequest,
  MandateVersionAnswer,
} from './mandate.dto.js';
import { MandatesTable } from './mandates.queries.js';
import { MandatesService } from './mandates.service.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/mandates')
export class MandatesController {
  constructor(
    private readonly service: MandatesService,
    private readonly mandates: MandatesTable,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'mandate_create',
    summary: 'Give a body its mandate: purpose, powers, time, reporting line, and how it decides',
    permission: 'governance:write',
    answer: MandateAnswer,
    status: 201,
    versioned: true,
  })
  create(
    @PathId('pactId') pactId: string,
    @Body() request: MandateRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.create(pactId, request, principal);
  }

  @Get()
  @Operation({
    id: 'mandate_list',
    summary: 'List mandates',
    permission: 'governance:read',
    answer: { list: MandateAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: MandateListQuery): Promise<Page> {
    return this.mandates.page(pactId, query, this.pages.of(query, 'mandates', pactId));
  }

  @Get(':mandateId')
  @Operation({
    id: 'mandate_show',
    summary: 'Show a mandate',
    permission: 'governance:read',
    answer: MandateAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('mandateId') mandateId: string): Promise<Resource> {
    return this.mandates.get(pactId, mandateId);
  }

  @Patch(':mandateId')
  @Operation({
    id: 'mandate_change',
    summary: 'Change a mandate, or end it earlier; what it said before stays in its history',
    permission: 'governance:write',
    answer: MandateAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('mandateId') id: string,
    @IfMatch() version: number,
    @Body() patch: MandatePatch,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch, principal);
  }

  @Get(':mandateId/versions')
  @Operation({
    id: 'mandate_version_list',
    summary: 'List what a mandate has said, first to last, and by which decisions',
    permission: 'governance:read',
    answer: { list: MandateVersionAnswer },
  })
  async versions(
    @PathId('pactId') pactId: string,
    @PathId('mandateId') mandateId: string,
    @Query() query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'mandate-versions', pactId, mandateId);
    const rows = await this.mandates.versions(pactId, mandateId, query, list.after);
    return list.page(rows, (row) => [String(row.version)]);
  }
}
