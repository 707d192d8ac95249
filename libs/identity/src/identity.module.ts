import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { ApiKeysController } from './api-keys.controller.js';
import { ApiKeysQueries } from './api-keys.queries.js';
import { ApiKeysService } from './api-keys.service.js';
import { AuditModule } from './audit/audit.module.js';
import { Authenticator } from './authenticator.js';
import { MeController } from './me.controller.js';
import { PolicyGuard } from './policy.guard.js';

@Module({
  imports: [DiscoveryModule, AuditModule],
  controllers: [MeController, ApiKeysController],
  providers: [ApiKeysQueries, ApiKeysService, Authenticator, { provide: APP_GUARD, useClass: PolicyGuard }],
  exports: [Authenticator],
})
export class IdentityModule {}
