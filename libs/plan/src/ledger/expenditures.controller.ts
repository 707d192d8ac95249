import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { ExpenditureAnswer, ExpenditureListQuery, ExpenditureRequest } from './expenditure.dto.js';
import { ExpendituresQueries } from './expenditures.queries.js';
import { ExpendituresService } from './expenditures.service.js';

@ApiTags('funding')
@Controller('v1/pacts/:pactId/expenditures')
export class ExpendituresController {
  constructor(
    private readonly service: ExpendituresService,
    private readonly queries: ExpendituresQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'expenditure_record',
    summary: 'Record a payment from a funding line, or how far it may be overspent',
    description:
      'By a coordinator, or by the actor whose unit is responsible for the measure. Never above the line without an ' +
      'entry of kind overrun, which the secretariat alone makes. The ledger only grows: a mistake is corrected by a ' +
      'negative entry that names it.',
    permission: 'plan:record',
    answer: ExpenditureAnswer,
    status: 201,
  })
  record(
    @PathId('pactId') pactId: string,
    @Body() request: ExpenditureRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.record(pactId, request, principal);
  }

  @Get()
  @Operation({
    id: 'expenditure_list',
    summary: 'List what was paid, as it was recorded',
    permission: 'plan-record:read',
    answer: { list: ExpenditureAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: ExpenditureListQuery): Promise<Page> {
    const list = this.pages.of(query, 'expenditures', pactId);
    return list.page(await this.queries.list(pactId, query, list.after), (row) => [row.id]);
  }

  @Get(':expenditureId')
  @Operation({
    id: 'expenditure_show',
    summary: 'Show an entry of the ledger',
    permission: 'plan-record:read',
    answer: ExpenditureAnswer,
  })
  get(@PathId('pactId') pactId: string, @PathId('expenditureId') expenditureId: string): Promise<Resource> {
    return this.service.get(pactId, expenditureId);
  }
}
