import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Page, Resource } from '../http/answers.js';
import { callerOf } from '../http/caller.js';
import { PathId } from '../http/parameters.js';
import { Operation } from '../openapi/operation.js';
import { DeadLetterAnswer, DeadLetterListQuery, ReplayAnswer, ReplayRequest } from './dead-letter.dto.js';
import { DeadLetters } from './dead-letters.js';

@ApiTags('dead letters')
@Controller('v1/dead-letters')
export class DeadLettersController {
  constructor(private readonly letters: DeadLetters) {}

  @Get()
  @Operation({
    id: 'dead_letter_list',
    summary: 'List jobs that are not tried any more, newest first',
    permission: 'dead-letter:read',
    answer: { list: DeadLetterAnswer },
  })
  list(@Query() query: DeadLetterListQuery): Promise<Page> {
    return this.letters.list(query);
  }

  @Get(':letterId')
  @Operation({
    id: 'dead_letter_show',
    summary: 'Show a job that is not tried any more',
    permission: 'dead-letter:read',
    answer: DeadLetterAnswer,
  })
  show(@PathId('letterId') letterId: string): Promise<Resource> {
    return this.letters.show(letterId);
  }

  @Post('replays')
  @Operation({
    id: 'dead_letter_replay_all',
    summary: 'Have many of these jobs done again',
    permission: 'dead-letter:replay',
    answer: ReplayAnswer,
  })
  replayAll(@Body() range: ReplayRequest, @Req() request: Request): Promise<Resource> {
    return this.letters.replayAll(range, callerOf(request)?.id ?? '');
  }

  @Post(':letterId/replay')
  @Operation({
    id: 'dead_letter_replay',
    summary: 'Have a job done again',
    permission: 'dead-letter:replay',
    answer: DeadLetterAnswer,
  })
  replay(@PathId('letterId') letterId: string, @Req() request: Request): Promise<Resource> {
    return this.letters.replay(letterId, callerOf(request)?.id ?? '');
  }
}
