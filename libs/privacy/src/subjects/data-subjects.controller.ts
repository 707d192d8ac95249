import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Caller, type Principal } from '#identity';
import { AsNoted, type CaseRequest } from '#pathways';
import { Operation, type Resource } from '#platform';
import { DataSubjectRequest, ErasureAnswer, EXPORT_SCHEMA } from './data-subject.dto.js';
import { DataSubjectsService } from './data-subjects.service.js';

const WHO =
  'The key needs the scope `data-subject:serve`. An administrator serves a person in every pact, a coordinator in its ' +
  'own; a person unknown there is not found. Each request is noted in each pact concerned.';

@ApiTags('data subjects')
@Controller('v1')
export class DataSubjectsController {
  constructor(private readonly service: DataSubjectsService) {}

  @Post('participant-exports')
  @Operation({
    id: 'participant_export',
    summary: 'Tell all that is held on a person',
    description: `${WHO} The answer is not kept for an Idempotency-Key: each request is answered, and noted, anew.`,
    permission: 'data-subject:serve',
    answer: { media: { 'application/json': EXPORT_SCHEMA } },
    isPersonal: true,
  })
  export(
    @Body() body: DataSubjectRequest,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Resource> {
    return this.service.export({ principal, request }, body);
  }

  @Post('participant-erasures')
  @Operation({
    id: 'participant_erase',
    summary: 'Erase a person',
    description: `${WHO} Figures that were published stay; those to come are without the person. There is no way back.`,
    permission: 'data-subject:serve',
    answer: ErasureAnswer,
  })
  erase(
    @Body() body: DataSubjectRequest,
    @Caller() principal: Principal,
    @AsNoted() request: CaseRequest,
  ): Promise<Resource> {
    return this.service.erase({ principal, request }, body);
  }
}
