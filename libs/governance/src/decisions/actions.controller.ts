import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { ActionsService } from './actions.service.js';
import { ActionAnswer, ActionListQuery, ActionPatch, ActionRequest } from './decision.dto.js';
import { ActionsTable } from './decisions.queries.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId')
export class ActionsController {
  constructor(
    private readonly service: ActionsService,
    private readonly actions: ActionsTable,
    private readonly pages: Pages,
  ) {}

  @Post('decisions/:decisionId/actions')
  @Operation({
    id: 'decision_action_create',
    summary: 'Say what is to be done for a decision, by whom, until when',
    permission: 'governance:write',
    answer: ActionAnswer,
    status: 201,
    versioned: true,
  })
  create(
    @PathId('pactId') pactId: string,
    @PathId('decisionId') decisionId: string,
    @Body() request: ActionRequest,
  ): Promise<Created> {
    return this.service.create(pactId, decisionId, request);
  }

  @Get('decisions/:decisionId/actions')
  @Operation({
    id: 'decision_action_list',
    summary: 'List the actions of a decision',
    permission: 'governance:read',
    answer: { list: ActionAnswer },
  })
  list(
    @PathId('pactId') pactId: string,
    @PathId('decisionId') decisionId: string,
    @Query() query: ActionListQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'decision-actions', pactId, decisionId);
    return this.actions.page(pactId, query, list, decisionId);
  }

  @Get('decision-actions/:actionId')
  @Operation({
    id: 'decision_action_show',
    summary: 'Show an action of a decision',
    permission: 'governance:read',
    answer: ActionAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('actionId') actionId: string): Promise<Resource> {
    return this.actions.get(pactId, actionId);
  }

  @Patch('decision-actions/:actionId')
  @Operation({
    id: 'decision_action_change',
    summary: 'Tell how an action stands, or change what is to be done',
    description:
      'The actor that is responsible tells state and note with its own key; the rest is up to the secretariat.',
    permission: 'decision-action:report',
    answer: ActionAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('actionId') id: string,
    @IfMatch() version: number,
    @Body() patch: ActionPatch,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch, principal);
  }
}
