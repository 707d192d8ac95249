import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, PageQuery, Pages, PathId, type Page, type Resource } from '#platform';
import {
  DecisionAnswer,
  DecisionListQuery,
  DecisionTransitionRequest,
  EffectAnswer,
} from './decision.dto.js';
import { DecisionsTable } from './decisions.queries.js';
import { DecisionsService } from './decisions.service.js';
import { EffectsQueries } from './effects.queries.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/decisions')
export class DecisionsController {
  constructor(
    private readonly service: DecisionsService,
    private readonly decisions: DecisionsTable,
    private readonly effects: EffectsQueries,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'decision_list',
    summary: 'List decisions: proposals that were adopted with quorum and majority',
    permission: 'governance:read',
    answer: { list: DecisionAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: DecisionListQuery): Promise<Page> {
    return this.decisions.page(pactId, query, this.pages.of(query, 'decisions', pactId));
  }

  @Get(':decisionId')
  @Operation({
    id: 'decision_show',
    summary: 'Show a decision, and the vote that it rests on',
    permission: 'governance:read',
    answer: DecisionAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('decisionId') decisionId: string): Promise<Resource> {
    return this.decisions.get(pactId, decisionId);
  }

  @Post(':decisionId/transitions')
  @Operation({
    id: 'decision_move',
    summary: 'Say that a decision is implemented, or dropped',
    description: 'Every action of it has come to its end before.',
    permission: 'governance:write',
    answer: DecisionAnswer,
  })
  move(
    @PathId('pactId') pactId: string,
    @PathId('decisionId') decisionId: string,
    @Body() request: DecisionTransitionRequest,
  ): Promise<Resource> {
    return this.service.move(pactId, decisionId, request);
  }

  @Get(':decisionId/effects')
  @Operation({
    id: 'decision_effect_list',
    summary: 'List what a decision has changed, first to last',
    description:
      'Texts of the pact, targets, commitments, mandates, contributions, measures and payments that point back to it.',
    permission: 'governance:read',
    answer: { list: EffectAnswer },
  })
  async effectsOf(
    @PathId('pactId') pactId: string,
    @PathId('decisionId') decisionId: string,
    @Query() query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'decision-effects', pactId, decisionId);
    const rows = await this.effects.list(pactId, decisionId, query, list.after);
    return list.page(rows, (row) => [row.key]);
  }
}
