import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AnchorAuditHandler } from './audit.handlers.js';
import { AuditQueries } from './audit.queries.js';
import { AuditService } from './audit.service.js';
import { ReferencesQueries } from '../references.queries.js';
import { AuditVerifier } from './audit-verifier.js';

/** Every handler of this lib, for the worker to run. */
export const AUDIT_HANDLERS = [AnchorAuditHandler];

@Module({
  controllers: [AuditController],
  providers: [AuditQueries, AuditService, AuditVerifier, ReferencesQueries, ...AUDIT_HANDLERS],
  exports: [AuditVerifier, ReferencesQueries, ...AUDIT_HANDLERS],
})
export class AuditModule {}
