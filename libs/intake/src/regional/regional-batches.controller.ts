import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request } from 'express';
import { Caller, type Principal } from '#identity';
import { Operation, PageQuery, PathId, type Page, type Resource, type Streamed } from '#platform';
import { BatchPushQuery } from '../batches/batch.dto.js';
import { BATCH_BODY } from '../batches/request-body.schema.js';
import { RegionalBatchAnswer, RegionalBatchSummary, RegionalRowAnswer } from './regional.dto.js';
import { RegionalBatchesService } from './regional-batches.service.js';
import { RegionalPushService } from './regional-push.service.js';

@ApiTags('outcome batches')
@ApiExtraModels(RegionalRowAnswer)
@Controller('v1/outcome-batches')
export class RegionalBatchesController {
  constructor(
    private readonly pushes: RegionalPushService,
    private readonly service: RegionalBatchesService,
  ) {}

  @Post()
  @Operation({
    id: 'regional_batch_push',
    summary: 'Push outcome data for all pacts of the key at once',
    description:
      'Each record goes to every pact of the key in which its participant has a pathway already, whatever its kind; a ' +
      'withdrawal to those that have the record. Who is in none of them is counted as `unmatched`, and nothing is ' +
      'stored. What became of a row in a pact is told by the batch of that pact.',
    permission: 'outcome:push',
    answer: RegionalBatchAnswer,
  })
  @ApiOperation({ requestBody: BATCH_BODY })
  push(
    @Req() request: Request,
    @Query() query: BatchPushQuery,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.pushes.push(request, principal, query);
  }

  @Get()
  @Operation({
    id: 'regional_batch_list',
    summary: 'List the batches that the caller has pushed for many pacts, the latest first',
    permission: 'outcome:read',
    answer: { list: RegionalBatchSummary },
  })
  list(@Query() query: PageQuery, @Caller() principal: Principal): Promise<Page> {
    return this.service.list(principal, query);
  }

  @Get(':regionalBatchId')
  @Operation({
    id: 'regional_batch_show',
    summary: 'Show a batch for many pacts and what became of its rows',
    permission: 'outcome:read',
    answer: RegionalBatchAnswer,
  })
  show(@PathId('regionalBatchId') batchId: string, @Caller() principal: Principal): Promise<Resource> {
    return this.service.show(principal, batchId);
  }

  @Get(':regionalBatchId/results')
  @Operation({
    id: 'regional_batch_results',
    summary: 'What became of every row of a batch for many pacts, one a line',
    permission: 'outcome:read',
    answer: { media: { 'application/x-ndjson': { $ref: getSchemaPath(RegionalRowAnswer) } } },
  })
  results(@PathId('regionalBatchId') batchId: string, @Caller() principal: Principal): Promise<Streamed> {
    return this.service.results(principal, batchId);
  }
}
