import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, PathId, type Created, type Page, type Resource } from '#platform';
import { EntriesService } from '../entries/entries.service.js';
import { ProblemAnswer, ProblemListQuery, ProblemPatch, ProblemRequest } from './problem.dto.js';
import { PROBLEM } from './problem.shape.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/problems')
export class ProblemsController {
  constructor(private readonly entries: EntriesService) {}

  @Post()
  @Operation({
    id: 'agenda_problem_create',
    summary: 'Add a problem to the tree',
    permission: 'agenda:write',
    answer: ProblemAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: ProblemRequest): Promise<Created> {
    return this.entries.create(pactId, PROBLEM, request);
  }

  @Get()
  @Operation({
    id: 'agenda_problem_list',
    summary: 'List the problems of a pact',
    permission: 'agenda:read',
    answer: { list: ProblemAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: ProblemListQuery): Promise<Page> {
    return this.entries.list(pactId, PROBLEM, query);
  }

  @Get(':problemId')
  @Operation({
    id: 'agenda_problem_show',
    summary: 'Show a problem, and its role in the tree',
    permission: 'agenda:read',
    answer: ProblemAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('problemId') id: string): Promise<Resource> {
    return this.entries.get(pactId, PROBLEM, id);
  }

  @Patch(':problemId')
  @Operation({
    id: 'agenda_problem_change',
    summary: 'Change a problem',
    permission: 'agenda:write',
    answer: ProblemAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('problemId') id: string,
    @IfMatch() version: number,
    @Body() patch: ProblemPatch,
  ): Promise<Resource> {
    return this.entries.change(pactId, PROBLEM, { id, version }, patch);
  }

  @Delete(':problemId')
  @Operation({
    id: 'agenda_problem_remove',
    summary: 'Remove a problem, and its links with it',
    permission: 'agenda:write',
    status: 204,
    versioned: true,
    conflict: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('problemId') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.entries.remove(pactId, PROBLEM, { id, version });
  }
}
