import { Body, Controller, Get, Post, Put, Query, Req } from '@nestjs/common';
import { ApiExtraModels, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { IfMatch, Operation, PathId, type Resource } from '#platform';
import { TreeQuery } from '../trees/tree.dto.js';
import { answerOfTree, formatOf } from '../trees/tree-operation.js';
import { OBJECTIVE_TREE } from '../trees/tree.kind.js';
import { TreesService } from '../trees/trees.service.js';
import { DerivationService } from './derivation.service.js';
import { DerivationAnswer, DerivationRequest, ObjectiveTree } from './objective.dto.js';
import { ObjectiveTreeService } from './objective-tree.service.js';

@ApiTags('agenda')
@ApiExtraModels(ObjectiveTree)
@Controller('v1/pacts/:pactId/objective-tree')
export class ObjectiveTreeController {
  constructor(
    private readonly trees: TreesService,
    private readonly objectives: ObjectiveTreeService,
    private readonly derivation: DerivationService,
  ) {}

  @Get()
  @Operation({
    id: 'objective_tree_show',
    summary: 'Read or draw the whole objective tree',
    description: 'As JSON, which can be sent back, as text for Mermaid or Graphviz, or drawn as SVG.',
    permission: 'agenda:read',
    versioned: true,
    ...answerOfTree(ObjectiveTree),
  })
  show(
    @PathId('pactId') pactId: string,
    @Query() { format }: TreeQuery,
    @Req() request: Request,
  ): Promise<Resource> {
    const wanted = formatOf(format, request);
    return this.trees.show(pactId, OBJECTIVE_TREE, wanted, request.headers['if-none-match']);
  }

  @Put()
  @Operation({
    id: 'objective_tree_replace',
    summary: 'Bring the whole objective tree',
    description:
      'Objectives are known by their codes: what is the same stays untouched, what is not named is removed. While ' +
      'there is no tree its version is 0: send `If-Match: "0"`; else the ETag of the JSON that was read.',
    permission: 'agenda:write',
    answer: ObjectiveTree,
    versioned: true,
    conflict: true,
  })
  replace(
    @PathId('pactId') pactId: string,
    @IfMatch() version: number,
    @Body() tree: ObjectiveTree,
  ): Promise<Resource> {
    return this.objectives.replace(pactId, version, tree);
  }

  @Post('derivations')
  @Operation({
    id: 'objective_tree_derive',
    summary: 'Turn problems into objectives',
    description:
      'Each problem without an objective gets one in its own words, to be put into better ones, and the links between ' +
      'objectives mirror those between their problems. Deriving again adds only what is new.',
    permission: 'agenda:write',
    answer: DerivationAnswer,
  })
  derive(@PathId('pactId') pactId: string, @Body() { problemIds }: DerivationRequest): Promise<Resource> {
    return this.derivation.derive(pactId, problemIds);
  }
}
