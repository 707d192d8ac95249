import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  IfMatch,
  Operation,
  PageQuery,
  Pages,
  PathId,
  type Created,
  type Page,
  type Resource,
} from '#platform';
import { CellAnswer, CellListQuery, CoverageAnswer, GridAnswer, GridPatch, GridRequest } from './grid.dto.js';
import { GridsQueries } from './grids.queries.js';
import { GridsService } from './grids.service.js';

@ApiTags('grids')
@Controller('v1/pacts/:pactId/grids')
export class GridsController {
  constructor(
    private readonly service: GridsService,
    private readonly queries: GridsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'grid_create',
    summary: 'Make a classification grid of any number of dimensions',
    description:
      'Each combination of one entry of each dimension is a cell. Measures say in which cells they sit.',
    permission: 'plan:write',
    answer: GridAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: GridRequest): Promise<Created> {
    return this.service.create(pactId, request);
  }

  @Get()
  @Operation({
    id: 'grid_list',
    summary: 'List the classification grids of a pact',
    permission: 'plan:read',
    answer: { list: GridAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: PageQuery): Promise<Page> {
    const list = this.pages.of(query, 'grids', pactId);
    return list.page(await this.queries.list(pactId, query, list.after), (row) => [row.id]);
  }

  @Get(':gridId')
  @Operation({
    id: 'grid_show',
    summary: 'Show a classification grid',
    permission: 'plan:read',
    answer: GridAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('gridId') gridId: string): Promise<Resource> {
    return this.service.get(pactId, gridId);
  }

  @Patch(':gridId')
  @Operation({
    id: 'grid_change',
    summary: 'Change the title of a classification grid',
    permission: 'plan:write',
    answer: GridAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('gridId') id: string,
    @IfMatch() version: number,
    @Body() patch: GridPatch,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch);
  }

  @Get(':gridId/cells')
  @Operation({
    id: 'grid_cell_list',
    summary: 'List the cells of a grid with the measures in them, or only the empty ones',
    permission: 'plan:read',
    answer: { list: CellAnswer },
  })
  async cells(
    @PathId('pactId') pactId: string,
    @PathId('gridId') gridId: string,
    @Query() query: CellListQuery,
  ): Promise<Page> {
    const list = this.pages.of(query, 'grid-cells', pactId, gridId);
    const rows = await this.queries.cells(pactId, gridId, query, list.after);
    return list.page(rows, (row) => [String(row.position)]);
  }

  @Get(':gridId/coverage')
  @Operation({
    id: 'grid_coverage_show',
    summary: 'Show how many cells of a grid somebody works on, in all and by the entries of each dimension',
    permission: 'plan:read',
    answer: CoverageAnswer,
  })
  coverage(@PathId('pactId') pactId: string, @PathId('gridId') gridId: string): Promise<Resource> {
    return this.service.coverage(pactId, gridId);
  }
}
