import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { Operation, PageQuery, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { MeasureAnswer } from '../measures/measure.dto.js';
import {
  MeasureProgressAnswer,
  MeasureProgressRequest,
  MeasureTransitionAnswer,
  MeasureTransitionRequest,
} from './course.dto.js';
import { CourseQueries } from './course.queries.js';
import { CourseService } from './course.service.js';

@ApiTags('measures')
@Controller('v1/pacts/:pactId/measures/:measureId')
export class CourseController {
  constructor(
    private readonly service: CourseService,
    private readonly queries: CourseQueries,
    private readonly pages: Pages,
  ) {}

  @Post('transitions')
  @Operation({
    id: 'measure_move',
    summary: 'Move a measure to another state',
    description:
      'proposed → approved → running ⇄ suspended → completed; closed from anywhere before. ' +
      'The decision behind it can be named.',
    permission: 'plan:write',
    answer: MeasureAnswer,
  })
  move(
    @PathId('pactId') pactId: string,
    @PathId('measureId') measureId: string,
    @Body() request: MeasureTransitionRequest,
    @Caller() principal: Principal,
  ): Promise<Resource> {
    return this.service.move(pactId, measureId, request, principal);
  }

  @Get('transitions')
  @Operation({
    id: 'measure_transition_list',
    summary: 'List the moves of a measure, first to last',
    permission: 'plan-record:read',
    answer: { list: MeasureTransitionAnswer },
  })
  async transitions(
    @PathId('pactId') pactId: string,
    @PathId('measureId') measureId: string,
    @Query() query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'measure-transitions', pactId, measureId);
    const rows = await this.queries.transitions(pactId, measureId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Post('progress')
  @Operation({
    id: 'measure_progress_report',
    summary: 'Tell how far a measure has come',
    description:
      'By a coordinator, or by the actor whose unit is responsible. Entries are added; of the latest day the last counts.',
    permission: 'plan:record',
    answer: MeasureProgressAnswer,
    status: 201,
  })
  report(
    @PathId('pactId') pactId: string,
    @PathId('measureId') measureId: string,
    @Body() request: MeasureProgressRequest,
    @Caller() principal: Principal,
  ): Promise<Created> {
    return this.service.report(pactId, measureId, request, principal);
  }

  @Get('progress')
  @Operation({
    id: 'measure_progress_list',
    summary: 'List what was told of the progress of a measure, as it was recorded',
    permission: 'plan-record:read',
    answer: { list: MeasureProgressAnswer },
  })
  async progress(
    @PathId('pactId') pactId: string,
    @PathId('measureId') measureId: string,
    @Query() query: PageQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'measure-progress', pactId, measureId);
    const rows = await this.queries.progress(pactId, measureId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }
}
