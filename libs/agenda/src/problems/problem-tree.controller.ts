import { Body, Controller, Get, Put, Query, Req } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { IfMatch, Operation, PathId, type Resource } from '#platform';
import { TreeQuery } from '../trees/tree.dto.js';
import { answerOfTree, formatOf } from '../trees/tree-operation.js';
import { PROBLEM_TREE } from '../trees/tree.kind.js';
import { TreesService } from '../trees/trees.service.js';
import { ProblemTree } from './problem.dto.js';

@ApiTags('agenda')
@ApiExtraModels(ProblemTree)
@Controller('v1/pacts/:pactId/problem-tree')
export class ProblemTreeController {
  constructor(private readonly trees: TreesService) {}

  @Get()
  @Operation({
    id: 'problem_tree_show',
    summary: 'Read or draw the whole problem tree',
    description: 'As JSON, which can be sent back, as text for Mermaid or Graphviz, or drawn as SVG.',
    permission: 'agenda:read',
    versioned: true,
    ...answerOfTree(ProblemTree),
  })
  show(
    @PathId('pactId') pactId: string,
    @Query() { format }: TreeQuery,
    @Req() request: Request,
  ): Promise<Resource> {
    return this.trees.show(pactId, PROBLEM_TREE, formatOf(format, request), request.headers['if-none-match']);
  }

  @Put()
  @Operation({
    id: 'problem_tree_replace',
    summary: 'Bring the whole problem tree',
    description:
      'Problems are known by their codes: what is the same stays untouched, what is not named is removed. While there ' +
      'is no tree its version is 0: send `If-Match: "0"`; else the ETag of the JSON that was read.',
    permission: 'agenda:write',
    answer: ProblemTree,
    versioned: true,
    conflict: true,
  })
  replace(
    @PathId('pactId') pactId: string,
    @IfMatch() version: number,
    @Body() { problems, links }: ProblemTree,
  ): Promise<Resource> {
    const arcs = links.map(({ cause, effect }) => [cause, effect] as const);
    return this.trees.replace(pactId, PROBLEM_TREE, version, { nodes: problems, arcs });
  }
}
