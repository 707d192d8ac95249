import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Pages, PathId, type Page, type Resource } from '#platform';
import { GapAnswer, GapListQuery, SightAboveAnswer, SightBelowAnswer } from './line-of-sight.dto.js';
import { LineOfSightQueries } from './line-of-sight.queries.js';

@ApiTags('line of sight')
@Controller('v1/pacts/:pactId')
export class LineOfSightController {
  constructor(
    private readonly queries: LineOfSightQueries,
    private readonly pages: Pages,
  ) {}

  @Get('objectives/:objectiveId/line-of-sight')
  @Operation({
    id: 'objective_line_of_sight_show',
    summary: 'Follow an objective down to measures, commitments, indicators and targets',
    permission: 'commitment:read',
    answer: SightBelowAnswer,
  })
  below(@PathId('pactId') pactId: string, @PathId('objectiveId') objectiveId: string): Promise<Resource> {
    return this.queries.below(pactId, objectiveId);
  }

  @Get('commitments/:commitmentId/line-of-sight')
  @Operation({
    id: 'commitment_line_of_sight_show',
    summary: 'Follow a commitment up to the problem that it answers',
    permission: 'commitment:read',
    answer: SightAboveAnswer,
  })
  above(@PathId('pactId') pactId: string, @PathId('commitmentId') commitmentId: string): Promise<Resource> {
    return this.queries.above(pactId, commitmentId);
  }

  @Get('line-of-sight/gaps')
  @Operation({
    id: 'line_of_sight_gap_list',
    summary: 'List where the line breaks off: problems, objectives and measures that lead no further',
    permission: 'plan:read',
    answer: { list: GapAnswer },
  })
  async gaps(@PathId('pactId') pactId: string, @Query() query: GapListQuery): Promise<Page> {
    const list = this.pages.of(query, 'line-of-sight-gaps', pactId);
    const rows = await this.queries.gaps(pactId, query, list.after);
    return list.page(rows, (row) => [row.kind, row.id]);
  }
}
