import { Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiExtraModels, ApiHeader, ApiOperation, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request } from 'express';
import { Caller, type Principal } from '#identity';
import { Operation, PathId, type Page, type Resource, type Streamed } from '#platform';
import { BatchAnswer, BatchListQuery, BatchPushQuery, BatchSummary, RowResultAnswer } from './batch.dto.js';
import { BatchesService } from './batches.service.js';
import { PushService } from './push.service.js';
import { BATCH_BODY } from './request-body.schema.js';

const PREFER = {
  name: 'Prefer',
  required: false,
  description: '`respond-async`: answer as soon as the batch is stored.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
} as const;

@ApiTags('outcome batches')
@ApiExtraModels(RowResultAnswer)
@Controller('v1/pacts/:pactId/outcome-batches')
export class BatchesController {
  constructor(
    private readonly pushes: PushService,
    private readonly service: BatchesService,
  ) {}

  @Post()
  @Operation({
    id: 'outcome_batch_push',
    summary: 'Push outcome data',
    description:
      'The answer tells what became of each row. The same batch again changes nothing. An atomic batch of which a ' +
      'row does not fit is a problem `batch-refused` (422) with the same members; `batchStatus` is its status. ' +
      'With `Prefer: respond-async`, or when the batch is long, the answer is 202 once all rows are stored: the batch ' +
      'at `Location` tells how it goes.',
    permission: 'outcome:push',
    answer: BatchAnswer,
    also: { 202: BatchAnswer },
  })
  @ApiHeader(PREFER)
  @ApiOperation({ requestBody: BATCH_BODY })
  push(
    @Req() request: Request,
    @PathId('pactId') pactId: string,
    @Query() query: BatchPushQuery,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.pushes.push(request, { principal, pactId, query });
  }

  @Get()
  @Operation({
    id: 'outcome_batch_list',
    summary: 'List the batches of a pact, the latest first',
    permission: 'outcome:count',
    answer: { list: BatchSummary },
  })
  list(
    @PathId('pactId') pactId: string,
    @Query() query: BatchListQuery,
    @Caller() principal: Principal,
  ): Promise<Page> {
    return this.service.list(principal, pactId, query);
  }

  @Get(':batchId')
  @Operation({
    id: 'outcome_batch_show',
    summary: 'Show a batch and what became of its rows',
    permission: 'outcome:read',
    answer: BatchAnswer,
  })
  show(
    @PathId('pactId') pactId: string,
    @PathId('batchId') batchId: string,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.show(principal, pactId, batchId);
  }

  @Post(':batchId/cancellation')
  @Operation({
    id: 'outcome_batch_cancel',
    summary: 'Stop a batch that waits or is being written',
    description:
      'Rows that have been written stay, the others are thrown away and stay counted as `pending`. An atomic batch or ' +
      'a dry run can be stopped only before it is begun.',
    permission: 'outcome:push',
    answer: BatchAnswer,
  })
  cancel(
    @PathId('pactId') pactId: string,
    @PathId('batchId') batchId: string,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.cancel(principal, pactId, batchId);
  }

  @Get(':batchId/results')
  @Operation({
    id: 'outcome_batch_results',
    summary: 'What became of every row, one a line',
    permission: 'outcome:read',
    answer: { media: { 'application/x-ndjson': { $ref: getSchemaPath(RowResultAnswer) } } },
  })
  results(
    @PathId('pactId') pactId: string,
    @PathId('batchId') batchId: string,
    @Caller() principal: Principal,
  ): Promise<Streamed> {
    return this.service.results(principal, pactId, batchId);
  }
}
