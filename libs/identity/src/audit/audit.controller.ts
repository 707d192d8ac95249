import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Operation, type Page } from '#platform';
import { Caller, type Principal } from '../principal.js';
import { AuditQuery, AuditEntryAnswer } from './audit.dto.js';
import { AuditService } from './audit.service.js';

@ApiTags('access')
@Controller('v1/audit')
export class AuditController {
  constructor(private readonly service: AuditService) {}

  @Get()
  @Operation({
    id: 'audit_entry_list',
    summary: 'Who changed what, newest first',
    description:
      'The trail of one pact, or of what all pacts share. Its entries are chained by hash: docs/audit.md.',
    permission: 'audit:read',
    answer: { list: AuditEntryAnswer },
  })
  list(@Query() query: AuditQuery, @Caller() caller: Principal): Promise<Page> {
    return this.service.list(query, caller);
  }
}
