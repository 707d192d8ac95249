import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, PageQuery, PathId, type Created, type Page, type Resource } from '#platform';
import { LinksService } from '../trees/links.service.js';
import { OBJECTIVE_TREE } from '../trees/tree.kind.js';
import { ObjectiveLinkAnswer, ObjectiveLinkRequest } from './objective.dto.js';

@ApiTags('agenda')
@Controller('v1/pacts/:pactId/objective-links')
export class ObjectiveLinksController {
  constructor(private readonly links: LinksService) {}

  @Post()
  @Operation({
    id: 'objective_link_create',
    summary: 'Say that one objective is the means to another',
    description: 'A link that would close a circle is refused, with the circle.',
    permission: 'agenda:write',
    answer: ObjectiveLinkAnswer,
    status: 201,
  })
  create(
    @PathId('pactId') pactId: string,
    @Body() { meansId, endId }: ObjectiveLinkRequest,
  ): Promise<Created> {
    return this.links.create(pactId, OBJECTIVE_TREE, [meansId, endId]);
  }

  @Get()
  @Operation({
    id: 'objective_link_list',
    summary: 'List which objectives are means to which',
    permission: 'agenda:read',
    answer: { list: ObjectiveLinkAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: PageQuery): Promise<Page> {
    return this.links.list(pactId, OBJECTIVE_TREE, query);
  }

  @Get(':objectiveLinkId')
  @Operation({
    id: 'objective_link_show',
    summary: 'Show a link from means to end',
    permission: 'agenda:read',
    answer: ObjectiveLinkAnswer,
  })
  get(@PathId('pactId') pactId: string, @PathId('objectiveLinkId') id: string): Promise<Resource> {
    return this.links.get(pactId, OBJECTIVE_TREE, id);
  }

  @Delete(':objectiveLinkId')
  @Operation({
    id: 'objective_link_remove',
    summary: 'Take a link between objectives away',
    permission: 'agenda:write',
    status: 204,
    conflict: true,
  })
  remove(@PathId('pactId') pactId: string, @PathId('objectiveLinkId') id: string): Promise<void> {
    return this.links.remove(pactId, OBJECTIVE_TREE, id);
  }
}
