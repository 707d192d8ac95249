import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IfMatch, Operation, PathId, type Resource } from '#platform';
import { CadenceAnswer, CadenceRequest } from './cadence.dto.js';
import { CadenceService } from './cadence.service.js';

@ApiTags('governance')
@Controller('v1/pacts/:pactId/cadence')
export class CadenceController {
  constructor(private readonly service: CadenceService) {}

  @Get()
  @Operation({
    id: 'cadence_show',
    summary: 'Show how often the pact is to consult and to verify',
    permission: 'governance:read',
    answer: CadenceAnswer,
    versioned: true,
  })
  get(@PathId('pactId') pactId: string): Promise<Resource> {
    return this.service.get(pactId);
  }

  @Put()
  @Operation({
    id: 'cadence_replace',
    summary: 'Choose how often the pact is to consult and to verify',
    description: 'While the defaults hold, the version is 0: send `If-Match: "0"`.',
    permission: 'governance:write',
    answer: CadenceAnswer,
    versioned: true,
    conflict: true,
  })
  replace(
    @PathId('pactId') pactId: string,
    @IfMatch() version: number,
    @Body() request: CadenceRequest,
  ): Promise<Resource> {
    return this.service.replace(pactId, version, request);
  }
}
