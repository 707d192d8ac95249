import { Controller, Get, Query, Req } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Caller, type Principal } from '#identity';
import { Operation, type Answer } from '#platform';
import { FORMATS_TOLD, inEveryFormat } from '../figures/every-format.js';
import { FiguresService } from '../figures/figures.service.js';
import { negotiationOf } from '../figures/negotiation.js';
import { TotalsPage, TotalsQuery } from './totals.dto.js';
import { TotalsSource } from './totals.source.js';

@ApiTags('figures')
@ApiExtraModels(TotalsPage)
@Controller('v1/figures/totals')
export class TotalsController {
  constructor(
    private readonly service: FiguresService,
    private readonly totals: TotalsSource,
  ) {}

  @Get()
  @Operation({
    id: 'figure_total_list',
    summary: 'Pull figures of all pacts that the caller enters together, each participant counted once',
    description:
      'Counted when it is asked for, from the rows of the pacts: rates from their parts, estimates from all durations. A ' +
      `total of persons is told where every pact tells its own. ${FORMATS_TOLD}`,
    permission: 'figure:read',
    answer: inEveryFormat(TotalsPage),
    also: { 406: 'None of the formats that Accept takes.' },
    versioned: true,
  })
  async list(
    @Query() query: TotalsQuery,
    @Req() request: Request,
    @Caller() principal: Principal,
  ): Promise<Answer> {
    const negotiation = negotiationOf(query, request);
    return this.service.list(await this.totals.of(principal, query.territory), query, negotiation);
  }
}
