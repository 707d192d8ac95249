import { Controller, Delete, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { composedResource, IfMatch, Operation, Pages, PathId, type Resource, type Page } from '#platform';
import { PromptAnswer, PromptListQuery } from './prompt.dto.js';
import { Prompts } from './prompts.queries.js';

@ApiTags('templates')
@Controller('v1/pacts/:pactId/prompts')
export class PromptsController {
  constructor(
    private readonly prompts: Prompts,
    private readonly pages: Pages,
  ) {}

  @Get()
  @Operation({
    id: 'prompt_list',
    summary: 'List what templates ask of a pact, and how far it has answered',
    permission: 'template:read',
    answer: { list: PromptAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: PromptListQuery): Promise<Page> {
    const list = this.pages.of(query, 'prompts', pactId);
    return list.page(await this.prompts.list(pactId, query, list.after), (row) => [row.id]);
  }

  @Get(':promptId')
  @Operation({
    id: 'prompt_show',
    summary: 'Show a question of a template',
    permission: 'template:read',
    answer: PromptAnswer,
    versioned: true,
  })
  async get(@PathId('pactId') pactId: string, @PathId('promptId') id: string): Promise<Resource> {
    const { body, version } = await this.prompts.show(pactId, id);
    return composedResource(body, version);
  }

  @Delete(':promptId')
  @Operation({
    id: 'prompt_remove',
    summary: 'Take a question of a template out of a pact',
    permission: 'template:apply',
    status: 204,
    versioned: true,
  })
  remove(
    @PathId('pactId') pactId: string,
    @PathId('promptId') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.prompts.remove(pactId, id, version);
  }
}
