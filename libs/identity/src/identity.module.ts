import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { LastUses } from './keys/api-key-last-uses.js';
import { ApiKeysController } from './keys/api-keys.controller.js';
import { ApiKeysQueries } from './keys/api-keys.queries.js';
import { ApiKeysService } from './keys/api-keys.service.js';
import { Authenticator } from './authenticator.js';
import { GrantsController } from './grants/grants.controller.js';
import { GrantsQueries } from './grants/grants.queries.js';
import { GrantsService } from './grants/grants.service.js';
import { PactGrantsController } from './grants/pact-grants.controller.js';
import { MeController } from './me.controller.js';
import { PolicyGuard } from './policy.guard.js';
import { People } from './sign-in/people.js';
import { PeopleQueries } from './sign-in/people.queries.js';

@Module({
  imports: [DiscoveryModule],
  controllers: [MeController, ApiKeysController, GrantsController, PactGrantsController],
  providers: [
    ApiKeysQueries,
    ApiKeysService,
    LastUses,
    Authenticator,
    GrantsQueries,
    GrantsService,
    People,
    PeopleQueries,
    { provide: APP_GUARD, useClass: PolicyGuard },
  ],
  exports: [Authenticator],
})
export class IdentityModule {}
