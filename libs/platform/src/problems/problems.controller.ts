import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiExtraModels, ApiParam, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Request } from 'express';
import { Text, Whole } from '../fields/index.js';
import { Ready, type Answer } from '../http/answers.js';
import { preferredLanguage } from '../http/language.rules.js';
import { Operation } from '../openapi/operation.js';
import { notFound } from './http.problems.js';
import { htmlOf, toldIn } from './problem.page.js';
import { problemKind } from './problem.js';

const SHORT = { max: 200 };
const JSON_TYPE = 'application/json';
const HTML_TYPE = 'text/html';

class ProblemKindAnswer {
  @Text({ max: 100, description: 'As in `type` of a problem.' })
  type: string;

  @Whole({ min: 400, max: 599 })
  status: number;

  @Text(SHORT)
  title: string;

  @Text({ ...SHORT, optional: true, description: 'What to do about it.' })
  advice?: string;
}

/** What the `type` of a problem points at. */
@ApiTags('problems')
@ApiExtraModels(ProblemKindAnswer)
@Controller('problems')
export class ProblemsController {
  @Get(':slug')
  @ApiParam({ name: 'slug', schema: { type: 'string', maxLength: 100, pattern: '^[a-z-]+$' } })
  @Operation({
    id: 'problem_show',
    summary: 'What a problem means',
    description: 'As data or as a page, in Italian or English: `Accept` and `Accept-Language`.',
    permission: 'public',
    answer: {
      media: {
        [JSON_TYPE]: { $ref: getSchemaPath(ProblemKindAnswer) },
        [HTML_TYPE]: { type: 'string', maxLength: 2_000 },
      },
    },
  })
  show(@Param('slug') slug: string, @Req() request: Request): Answer {
    const kind = problemKind(slug);
    if (kind === undefined) throw notFound();
    const language = preferredLanguage(request.headers['accept-language']);
    const told = toldIn(language, kind);
    const isPage = request.accepts([JSON_TYPE, HTML_TYPE]) === HTML_TYPE;
    return new Ready({
      status: 200,
      headers: {
        'Content-Type': `${isPage ? HTML_TYPE : JSON_TYPE}; charset=utf-8`,
        'Content-Language': language,
        Vary: 'Accept, Accept-Language',
      },
      body: isPage ? htmlOf(language, told) : JSON.stringify(told),
    });
  }
}
