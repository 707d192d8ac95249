import { Body, Controller, Delete, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import {
  ProfessionalAnswer,
  ProfessionalListQuery,
  ProfessionalPatch,
  ProfessionalRequest,
} from './professional.dto.js';
import { ProfessionalsQueries } from './professionals.queries.js';
import { ProfessionalsService } from './professionals.service.js';

@ApiTags('knowledge')
@Controller('v1/pacts/:pactId/professionals')
export class ProfessionalsController {
  constructor(
    private readonly service: ProfessionalsService,
    private readonly queries: ProfessionalsQueries,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'professional_create',
    summary: 'Enter a professional into the register of a pact',
    description: 'Only with the knowledge of whom it is about: docs/privacy.md.',
    permission: 'professional:write',
    answer: ProfessionalAnswer,
    status: 201,
    versioned: true,
    isPersonal: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: ProfessionalRequest): Promise<Created> {
    return this.service.create(pactId, request);
  }

  @Get()
  @Operation({
    id: 'professional_list',
    summary: 'List the professionals of a pact and who vouches for them',
    permission: 'professional:read',
    answer: { list: ProfessionalAnswer },
  })
  async list(@PathId('pactId') pactId: string, @Query() query: ProfessionalListQuery): Promise<Page> {
    const list = this.pages.of(query, 'professionals', pactId);
    return list.page(await this.queries.list(pactId, query, list.after), (row) => [row.id]);
  }

  @Get(':professionalId')
  @Operation({
    id: 'professional_show',
    summary: 'Show a professional',
    permission: 'professional:read',
    answer: ProfessionalAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('professionalId') id: string): Promise<Resource> {
    return this.service.get(pactId, id);
  }

  @Patch(':professionalId')
  @Operation({
    id: 'professional_change',
    summary: 'Change what the register says of a professional',
    permission: 'professional:write',
    answer: ProfessionalAnswer,
    versioned: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('professionalId') id: string,
    @IfMatch() version: number,
    @Body() patch: ProfessionalPatch,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch);
  }

  @Delete(':professionalId')
  @Operation({
    id: 'professional_erase',
    summary: 'Erase a professional from the register',
    description: 'Nothing is kept of the person, neither here nor in the audit trail.',
    permission: 'professional:write',
    status: 204,
    versioned: true,
  })
  erase(
    @PathId('pactId') pactId: string,
    @PathId('professionalId') id: string,
    @IfMatch() version: number,
  ): Promise<void> {
    return this.service.erase(pactId, { id, version });
  }
}
