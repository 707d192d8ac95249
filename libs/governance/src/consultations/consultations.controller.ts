import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, Pages, PathId, type Created, type Page, type Resource } from '#platform';
import {
  ConsultationAnswer,
  ConsultationListQuery,
  ConsultationPatch,
  ConsultationRequest,
  ConsultationTransitionRequest,
} from './consultation.dto.js';
import { ConsultationsTable } from './consultations.queries.js';
import { ConsultationsService } from './consultations.service.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/consultations')
export class ConsultationsController {
  constructor(
    private readonly service: ConsultationsService,
    private readonly consultations: ConsultationsTable,
    private readonly pages: Pages,
  ) {}

  @Post()
  @Operation({
    id: 'consultation_create',
    summary: 'Plan a consultation: what is asked, of whom, from when to when',
    permission: 'governance:write',
    answer: ConsultationAnswer,
    status: 201,
    versioned: true,
  })
  create(@PathId('pactId') pactId: string, @Body() request: ConsultationRequest): Promise<Created> {
    return this.service.create(pactId, request);
  }

  @Get()
  @Operation({
    id: 'consultation_list',
    summary: 'List consultations',
    permission: 'governance:read',
    answer: { list: ConsultationAnswer },
  })
  list(@PathId('pactId') pactId: string, @Query() query: ConsultationListQuery): Promise<Page> {
    return this.consultations.page(pactId, query, this.pages.of(query, 'consultations', pactId));
  }

  @Get(':consultationId')
  @Operation({
    id: 'consultation_show',
    summary: 'Show a consultation and its synthesis',
    permission: 'governance:read',
    answer: ConsultationAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string, @PathId('consultationId') id: string): Promise<Resource> {
    return this.consultations.get(pactId, id);
  }

  @Patch(':consultationId')
  @Operation({
    id: 'consultation_change',
    summary: 'Change a consultation that is planned, prolong it, or write its synthesis',
    permission: 'governance:write',
    answer: ConsultationAnswer,
    versioned: true,
    conflict: true,
  })
  change(
    @PathId('pactId') pactId: string,
    @PathId('consultationId') id: string,
    @IfMatch() version: number,
    @Body() patch: ConsultationPatch,
  ): Promise<Resource> {
    return this.service.change(pactId, { id, version }, patch);
  }

  @Post(':consultationId/transitions')
  @Operation({
    id: 'consultation_move',
    summary: 'Open a consultation, close it with its synthesis, or cancel it',
    permission: 'governance:write',
    answer: ConsultationAnswer,
  })
  move(
    @PathId('pactId') pactId: string,
    @PathId('consultationId') id: string,
    @Body() { to }: ConsultationTransitionRequest,
  ): Promise<Resource> {
    return this.service.move(pactId, id, to);
  }
}
