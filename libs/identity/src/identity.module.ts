import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { LastUses } from './keys/api-key-last-uses.js';
import { ApiKeysController } from './keys/api-keys.controller.js';
import { ApiKeysQueries } from './keys/api-keys.queries.js';
import { ApiKeysService } from './keys/api-keys.service.js';
import { Authenticator } from './authenticator.js';
import { MeController } from './me.controller.js';
import { PolicyGuard } from './policy.guard.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [MeController, ApiKeysController],
  providers: [
    ApiKeysQueries,
    ApiKeysService,
    LastUses,
    Authenticator,
    { provide: APP_GUARD, useClass: PolicyGuard },
  ],
  exports: [Authenticator],
})
export class IdentityModule {}
