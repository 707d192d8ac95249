import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { todayInRome } from '#kernel';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import {
  AsOfQuery,
  StakeholderAnswer,
  StakeholderListQuery,
  StakeholderPatch,
  StakeholderRequest,
} from './stakeholder.dto.js';
import { StakeholdersQueries } from './stakeholders.queries.js';
import { StakeholdersService } from './stakeholders.service.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/stakeholders')
export class StakeholdersController {
  constructor(
    private readonly service: StakeholdersService,
    private readonly queries: StakeholdersQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'stakeholder_create',
    summary: 'Add a stakeholder, and how it stands',
    permission: 'stakeholder:write',
    answer: StakeholderAnswer,
    status: 201,
    versioned: true,
  })
  create(
    @PathId('pactId') pactId: string,
    @Body() request: StakeholderRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.create(pactId, request, principal);
  }

  @Get()
  @Operation({
    id: 'stakeholder_list',
    summary: 'List the stakeholders of a pact, and how they stand or stood on a day',
    permission: 'stakeholder:read',
    answer: { list: StakeholderAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: StakeholderListQuery): Promise<Page> {
    const list = this.pages.of(query, 'stakeholders', pactId);
    const rows = await this.queries.list(pactId, query, query.asOf ?? todayInRome(), list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':stakeholderId')
  @Operation({
    id: 'stakeholder_show',
    summary: 'Show a stakeholder, also one that was removed, and how it stands or stood on a day',
    permission: 'stakeholder:read',
    answer: StakeholderAnswer,
    versioned: true,
  })
  get(
    @PathId('pactId') pactId: string,
    @PathId('stakeholderId') id: string,
    @Query() { asOf }: AsOfQuery,
  ): Promise<Resource> {
    return this.service.get(pactId, id, asOf);
  }

  @Patch(':stakeholderId')
  @Operation({
    id: 'stakeholder_change',
    summary: 'Change what is said of a stakeholder; how it stands is noted, not changed',
    permission: 'stakeholder:write',
    answer: StakeholderAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('stakeholderId') id: string,
    @IfMatch() version: number,
    @Body() patch: StakeholderPatch,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch);
  }

  @Delete(':stakeholderId')
  @Operation({
    id: 'stakeholder_remove',
    summary: 'Remove a stakeholder from the lists; what was noted of it stays',
    permission: 'stakeholder:write',
    status: 204,
    versioned: true,
    conflict: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('stakeholderId') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.service.remove(pactId, { id, version });
  }
}
