import { Body, Controller, Get, Param, Patch, Post, Query, type PipeTransform } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import {
  IfMatch,
  notFound,
  Operation,
  PageQuery,
  Pages,
  PathId,
  type Created,
  type Page,
  type Resource,
} from '#platform';
import {
  PublicationRequest,
  VersionAnswer,
  VersionPatch,
  VersionRequest,
  VersionSummary,
} from './version.dto.js';
import { VersionsQueries } from './versions.queries.js';
import { VersionsService } from './versions.service.js';

/** What is no version number cannot be found. */
const numberOrNothing: PipeTransform<string, number> = {
  transform(value) {
    if (!/^[1-9]\d{0,5}$/.test(value)) throw notFound();
    return Number(value);
  },
};

const VersionNumber = () => Param('number', numberOrNothing);

/** Says in the document what `numberOrNothing` accepts. */
const NUMBERED = {
  name: 'number',
  schema: { type: 'integer', format: 'int32', minimum: 1, maximum: 999_999 },
} as const;

@ApiTags('pacts')
@Controller('v1/pacts/:pactId/versions')
export class VersionsController {
  constructor(
    private readonly service: VersionsService,
    private readonly queries: VersionsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'pact_version_create',
    summary: 'Write a new version of the text',
    permission: 'pact:write',
    answer: VersionAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: VersionRequest): Promise<Created> {
    return this.service.create(pactId, request);
  }

  @Get()
  @Operation({
    id: 'pact_version_list',
    summary: 'List the versions, without their texts',
    permission: 'pact-history:read',
    answer: { list: VersionSummary },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, 'versions', pactId);
    const rows = await this.queries.list(pactId, query, list.after);
    return list.page(rows, (row) => [row.id]);
  }

  @Get(':number')
  @ApiParam(NUMBERED)
  @Operation({
    id: 'pact_version_show',
    summary: 'Show a version with its text',
    permission: 'pact-history:read',
    answer: VersionAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @VersionNumber() number: number): Promise<Resource> {
    return this.service.get(pactId, number);
  }

  @Patch(':number')
  @ApiParam(NUMBERED)
  @Operation({
    id: 'pact_version_change',
    summary: 'Change the text of a version that is not published yet',
    permission: 'pact:write',
    answer: VersionAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @VersionNumber() number: number,
    @IfMatch() version: number,
    @Body() patch: VersionPatch,
  ): Promise<Resource> {
    return this.service.change(pactId, number, version, patch);
  }

  @Post(':number/publication')
  @ApiParam(NUMBERED)
  @Operation({
    id: 'pact_version_publish',
    summary: 'Publish a version: its text is final from now on',
    permission: 'pact:write',
    answer: VersionAnswer,
  })
  publish(
    @PathId('pactId') pactId: string,
    @VersionNumber() number: number,
    @Body() request: PublicationRequest,
  ): Promise<Resource> {
    return this.service.publish(pactId, number, request);
  }
}
