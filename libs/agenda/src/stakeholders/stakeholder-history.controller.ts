import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PageQuery, Pages, PathId, type Page, type Resource } from '#platform';
import {
  AlignmentAnswer,
  AlignmentListQuery,
  AlignmentRequest,
  StakeholderAnswer,
  StanceAnswer,
  StanceRequest,
} from './stakeholder.dto.js';
import { StakeholdersQueries } from './stakeholders.queries.js';
import { StakeholdersService } from './stakeholders.service.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/stakeholders/:stakeholderId')
export class StakeholderHistoryController {
  constructor(
    private readonly service: StakeholdersService,
    private readonly queries: StakeholdersQueries,
    private readonly pages: Pages,
  ) {}

  @Post('stances')
  @Operation({
    id: 'stakeholder_stance_note',
    summary: 'Note how a stakeholder stands: interest, influence, position',
    permission: 'stakeholder:write',
    answer: StakeholderAnswer,
  })
  noteStance(
    @PathId('pactId') pactId: string,
    @PathId('stakeholderId') id: string,
    @Body() request: StanceRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.noteStance(pactId, id, request, principal);
  }

  @Get('stances')
  @Operation({
    id: 'stakeholder_stance_list',
    summary: 'List how a stakeholder stood, in the order in which that was noted',
    permission: 'stakeholder:read',
    answer: { list: StanceAnswer },
  })
  async stances(
    @PathId('pactId') pactId: string,
    @PathId('stakeholderId') id: string,
    @Query() query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'stakeholder-stances', pactId, id);
    return list.page(await this.queries.stances(pactId, id, query, list.after), (row) => [row.id]);
  }

  @Post('alignments')
  @Operation({
    id: 'stakeholder_alignment_note',
    summary: 'Note how a stakeholder is aligned with an objective',
    permission: 'stakeholder:write',
    answer: StakeholderAnswer,
  })
  noteAlignment(
    @PathId('pactId') pactId: string,
    @PathId('stakeholderId') id: string,
    @Body() request: AlignmentRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.noteAlignment(pactId, id, request, principal);
  }

  @Get('alignments')
  @Operation({
    id: 'stakeholder_alignment_list',
    summary: 'List how a stakeholder was aligned with objectives, in the order in which that was noted',
    permission: 'stakeholder:read',
    answer: { list: AlignmentAnswer },
  })
  async alignments(
    @PathId('pactId') pactId: string,
    @PathId('stakeholderId') id: string,
    @Query() query: AlignmentListQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'stakeholder-alignments', pactId, id);
    return list.page(await this.queries.alignments(pactId, id, query, list.after), (row) => [row.id]);
  }
}
