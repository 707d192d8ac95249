import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PageQuery, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { ConfirmationRequest, DeliveryAnswer, DeliveryRequest } from './delivery.dto.js';
import { LedgerQueries } from './ledger.queries.js';
import { LedgerService } from './ledger.service.js';

@ApiTags('deliveries')
@Controller('v1/pacts/:pactId')
export class DeliveriesController {
  constructor(
    private readonly service: LedgerService,
    private readonly queries: LedgerQueries,
    private readonly pages: Pages,
  ) {}

  @Post('commitments/:commitmentId/deliveries')
  @Operation({
    id: 'delivery_record',
    summary: 'Record what was delivered, with the key of the promisor',
    description: 'The ledger only grows: a mistake is corrected by a negative entry that names its delivery.',
    permission: 'delivery:record',
    answer: DeliveryAnswer,
    status: 201,
  })
  deliver(
    @PathId('pactId') pactId: string,
    @PathId('commitmentId') commitmentId: string,
    @Body() request: DeliveryRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.deliver(pactId, commitmentId, request, principal);
  }

  @Get('commitments/:commitmentId/deliveries')
  @Operation({
    id: 'delivery_list',
    summary: 'List the deliveries of a commitment as they were recorded',
    permission: 'commitment:read',
    answer: { list: DeliveryAnswer },
  })
  async list(
    @PathId('pactId') pactId: string,
    @PathId('commitmentId') commitmentId: string,
    @Query() query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'deliveries', pactId, commitmentId);
    const rows = await this.queries.list(pactId, commitmentId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get('deliveries/:deliveryId')
  @Operation({
    id: 'delivery_show',
    summary: 'Show a delivery and the latest verdict on it',
    permission: 'commitment:read',
    answer: DeliveryAnswer,
  })
  get(@PathId('pactId') pactId: string, @PathId('deliveryId') deliveryId: string): Promise<Resource> {
    return this.service.get(pactId, deliveryId);
  }

  @Put('deliveries/:deliveryId/confirmation')
  @Operation({
    id: 'delivery_confirm',
    summary: 'Confirm or dispute a delivery, as the one that benefits',
    description:
      'Verdicts are added and the latest counts. What is confirmed decides whether a commitment is fulfilled.',
    permission: 'delivery:confirm',
    answer: DeliveryAnswer,
    conflict: true,
  })
  judge(
    @PathId('pactId') pactId: string,
    @PathId('deliveryId') deliveryId: string,
    @Body() request: ConfirmationRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.judge(pactId, deliveryId, request, principal);
  }
}
