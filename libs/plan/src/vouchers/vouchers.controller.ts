import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PageQuery, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import {
  VoucherAnswer,
  VoucherListQuery,
  VoucherRequest,
  VoucherTotalsAnswer,
  VoucherUseRequest,
} from './voucher.dto.js';
import { VouchersQueries } from './vouchers.queries.js';
import { VouchersService } from './vouchers.service.js';

@ApiTags('vouchers')
@Controller('v1/pacts/:pactId')
export class VouchersController {
  constructor(
    private readonly service: VouchersService,
    private readonly queries: VouchersQueries,
    private readonly pages: Pages,
  ) {}

  @Post('vouchers')
  @Operation({
    id: 'voucher_issue',
    summary: 'Issue a voucher or service bonus of a measure',
    description:
      'By a coordinator, or by the actor whose unit is responsible for the measure. ' +
      'It says nothing of who holds it: only its id leads there, in the system of who gave it out.',
    permission: 'plan:record',
    answer: VoucherAnswer,
    status: 201,
  })
  issue(
    @PathId('pactId') pactId: string,
    @Body() request: VoucherRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.issue(pactId, request, principal);
  }

  @Get('vouchers')
  @Operation({
    id: 'voucher_list',
    summary: 'List vouchers',
    permission: 'voucher:read',
    answer: { list: VoucherAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: VoucherListQuery): Promise<Page> {
    const list = this.pages.of(query, 'vouchers', pactId);
    return list.page(await this.queries.list(pactId, query, list.after), (row) => [row.id]);
  }

  @Get('voucher-totals')
  @Operation({
    id: 'voucher_total_list',
    summary: 'List by measure how many vouchers were issued, used and expired, with their amounts',
    permission: 'voucher:read',
    answer: { list: VoucherTotalsAnswer },
  })
  async totals(@PathId('pactId') pactId: string, @Query() query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, 'voucher-totals', pactId);
    return list.page(await this.queries.totals(pactId, query, list.after), (row) => [row.id]);
  }

  @Get('vouchers/:voucherId')
  @Operation({
    id: 'voucher_show',
    summary: 'Show a voucher',
    permission: 'voucher:read',
    answer: VoucherAnswer,
  })
  get(@PathId('pactId') pactId: string, @PathId('voucherId') voucherId: string): Promise<Resource> {
    return this.service.get(pactId, voucherId);
  }

  @Post('vouchers/:voucherId/use')
  @Operation({
    id: 'voucher_use',
    summary: 'Record that a voucher was used, and for how much',
    permission: 'plan:record',
    answer: VoucherAnswer,
  })
  use(
    @PathId('pactId') pactId: string,
    @PathId('voucherId') voucherId: string,
    @Body() request: VoucherUseRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.use(pactId, voucherId, request, principal);
  }
}
