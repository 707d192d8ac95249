import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, PathId, type Streamed } from '#platform';
import { ServiceDirectory } from './service-directory.service.js';

const MOST_SERVICES = 1_000_000;
const HSDS_SERVICES = { type: 'array', maxItems: MOST_SERVICES, items: { type: 'object' } };

@ApiTags('knowledge')
@Controller('v1/pacts/:pactId/service-directory')
export class ServiceDirectoryController {
  constructor(private readonly directory: ServiceDirectory) {}

  @Get()
  @Operation({
    id: 'service_directory_show',
    summary: 'Export the services of the members as Open Referral (HSDS 3)',
    description:
      'A list of HSDS services, each with its organization, service areas and locations: ' +
      'https://docs.openreferral.org. Ids stay the same from one export to the next.',
    permission: 'service-directory:read',
    answer: { media: { 'application/json': HSDS_SERVICES } },
  })
  export(@PathId('pactId') pactId: string): Promise<Streamed> {
    return this.directory.export(pactId);
  }
}
