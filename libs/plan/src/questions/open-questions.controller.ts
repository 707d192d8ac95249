import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, Pages, PathId, type Page } from '#platform';
import { OpenQuestionAnswer, OpenQuestionListQuery } from './open-question.dto.js';
import { OpenQuestionsQueries } from './open-questions.queries.js';

@ApiTags('measures')
@Controller('v1/pacts/:pactId/measures/open-questions')
export class OpenQuestionsController {
  constructor(
    private readonly queries: OpenQuestionsQueries,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'open_question_list',
    summary: 'List the measures of which something is still to be decided, and what',
    description: 'Measures that are completed or closed ask nothing any more.',
    permission: 'plan:read',
    answer: { list: OpenQuestionAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: OpenQuestionListQuery): Promise<Page> {
    const list = this.pages.of(query, 'open-questions', pactId);
    return list.page(await this.queries.list(pactId, query, list.after), (row) => [row.id]);
  }
}
