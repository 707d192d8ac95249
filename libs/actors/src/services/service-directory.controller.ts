import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, PathId, type Streamed } from '#platform';
import { ServiceDirectory } from './service-directory.service.js';

/** Its names are those of Open Referral, and not repeated here. */
const HSDS_PAGE = { type: 'object', additionalProperties: true };

@ApiTags('knowledge')
@Controller('v1/pacts/:pactId/service-directory')
export class ServiceDirectoryController {
  constructor(private readonly directory: ServiceDirectory) {}

  @Get()
  @Operation({
    id: 'service_directory_show',
    summary: 'Export the services of the members as Open Referral (HSDS 3)',
    description:
      'One page of its API with every service as `contents`, each with organization, service areas and locations: ' +
      'https://docs.openreferral.org. Ids stay the same from one export to the next.',
    permission: 'service-directory:read',
    answer: { media: { 'application/json': HSDS_PAGE } },
  })
  export(@PathId('pactId') pactId: string): Promise<Streamed> {
    return this.directory.export(pactId);
  }
}
