import { Body, Controller, Delete, Get, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, PageQuery, Pages, PathId, type Page, type Resource } from '#platform';
import { TargetAnswer, TargetListQuery, TargetRequest, TargetVersionAnswer } from './target.dto.js';
import { TargetsQueries } from './targets.queries.js';
import { TargetsService } from './targets.service.js';

@ApiTags('targets')
@Controller('v1/pacts/:pactId/targets')
export class TargetsController {
  constructor(
    private readonly service: TargetsService,
    private readonly queries: TargetsQueries,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'target_list',
    summary: 'List the targets of a pact',
    permission: 'figure:read',
    answer: { list: TargetAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: TargetListQuery): Promise<Page> {
    const list = this.pages.of(query, 'targets', pactId);
    return list.page(await this.queries.list(pactId, query, list.after), (row) => [row.id]);
  }

  @Put()
  @Operation({
    id: 'target_set',
    summary: 'Set the target of an indicator, a period and a cell',
    description:
      'While there is none, its version is 0: send `If-Match: "0"`; else the ETag of the target that is replaced. ' +
      'What it said before stays in its history.',
    permission: 'target:write',
    answer: TargetAnswer,
    versioned: true,
  })
  set(
    @PathId('pactId') pactId: string,
    @IfMatch() version: number,
    @Body() request: TargetRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.set(pactId, version, request, principal);
  }

  @Get(':targetId')
  @Operation({
    id: 'target_show',
    summary: 'Show a target, also one that was removed',
    permission: 'figure:read',
    answer: TargetAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('targetId') targetId: string): Promise<Resource> {
    return this.service.get(pactId, targetId);
  }

  @Get(':targetId/versions')
  @Operation({
    id: 'target_version_list',
    summary: 'List what a target has said, first to last',
    permission: 'figure:read',
    answer: { list: TargetVersionAnswer },
  })
  async versions(
    @PathId('pactId') pactId: string,
    @PathId('targetId') targetId: string,
    @Query() query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'target-versions', pactId, targetId);
    const rows = await this.queries.versions(pactId, targetId, query, list.after);
    return list.page(rows, (row) => [String(row.version)]);
  }

  @Delete(':targetId')
  @Operation({
    id: 'target_remove',
    summary: 'Remove a target; its history stays',
    permission: 'target:write',
    status: 204,
    versioned: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('targetId') targetId: string,
    @IfMatch() version: number,
    @Caller() principal: Principal,
  ): Promise<void> {
    return this.service.remove(pactId, targetId, version, principal);
  }
}
