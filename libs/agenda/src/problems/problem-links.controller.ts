import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, PageQuery, PathId, type Created, type Page, type Resource } from '#platform';
import { LinksService } from '../trees/links.service.js';
import { PROBLEM_TREE } from '../trees/tree.kind.js';
import { ProblemLinkAnswer, ProblemLinkRequest } from './problem.dto.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/problem-links')
export class ProblemLinksController {
  constructor(private readonly links: LinksService) {}

  @Post()
  @Operation({
    id: 'problem_link_create',
    summary: 'Say that one problem causes another',
    description: 'A link that would close a circle is refused, with the circle.',
    permission: 'agenda:write',
    answer: ProblemLinkAnswer,
    status: 201,
  })
  create(
    @PathId('pactId') pactId: string,
    @Body() { causeId, effectId }: ProblemLinkRequest,
  ): Promise<Created> {
    return this.links.create(pactId, PROBLEM_TREE, [causeId, effectId]);
  }

  @Get()
  @Operation({
    id: 'problem_link_list',
    summary: 'List which problems cause which',
    permission: 'agenda:read',
    answer: { list: ProblemLinkAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: PageQuery): Promise<Page> {
    return this.links.list(pactId, PROBLEM_TREE, query);
  }

  @Get(':problemLinkId')
  @Operation({
    id: 'problem_link_show',
    summary: 'Show a link from a cause to its effect',
    permission: 'agenda:read',
    answer: ProblemLinkAnswer,
  })
  get(@PathId('pactId') pactId: string, @PathId('problemLinkId') id: string): Promise<Resource> {
    return this.links.get(pactId, PROBLEM_TREE, id);
  }

  @Delete(':problemLinkId')
  @Operation({
    id: 'problem_link_remove',
    summary: 'Take a link between problems away',
    permission: 'agenda:write',
    status: 204,
    conflict: true,
  })
  remove(@PathId('pactId') pactId: string, @PathId('problemLinkId') id: string): Promise<void> {
    return this.links.remove(pactId, PROBLEM_TREE, id);
  }
}
