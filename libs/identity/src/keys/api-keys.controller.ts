import { Body, Controller, Delete, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, PageQuery, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import { ApiKeyAnswer, ApiKeyRequest, NewApiKeyAnswer, RotationRequest } from './api-key.dto.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { ApiKeysService } from './api-keys.service.js';

@ApiTags('access')
@Controller('v1/api-keys')
export class ApiKeysController {
  constructor(
    private readonly service: ApiKeysService,
    private readonly queries: ApiKeysQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'api_key_create',
    summary: 'Create a key; its token is shown once',
    permission: 'api-key:manage',
    answer: NewApiKeyAnswer,
    status: 201,
  })
  create(@Body() request: ApiKeyRequest): Promise<Created> {
    return this.service.create(request);
  }

  @Get()
  @Operation({
    id: 'api_key_list',
    summary: 'List keys',
    permission: 'api-key:manage',
    answer: { list: ApiKeyAnswer },
  })
  async list(@Query() query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, 'api-keys');
    const rows = await this.queries.list(query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':keyId')
  @Operation({
    id: 'api_key_show',
    summary: 'Show a key',
    permission: 'api-key:manage',
    answer: ApiKeyAnswer,
  })
  get(@PathId('keyId') keyId: string): Promise<Resource> {
    return this.service.get(keyId);
  }

  @Post(':keyId/rotations')
  @Operation({
    id: 'api_key_rotate',
    summary: 'Give a key a new secret',
    description: 'Its token is shown once. The token before works on until `olderSecretUntil`.',
    permission: 'api-key:manage',
    answer: NewApiKeyAnswer,
    status: 201,
  })
  rotate(@PathId('keyId') keyId: string, @Body() request: RotationRequest): Promise<Created> {
    return this.service.rotate(keyId, request);
  }

  @Delete(':keyId')
  @Operation({
    id: 'api_key_revoke',
    summary: 'Revoke a key: it stops working within a second',
    permission: 'api-key:manage',
    status: 204,
  })
  revoke(@PathId('keyId') keyId: string): Promise<void> {
    return this.service.revoke(keyId);
  }
}
