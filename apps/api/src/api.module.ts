import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { ActorsModule } from '#actors';
import { IdentityModule } from '#identity';
import {
  HealthController,
  IdempotencyInterceptor,
  PlatformModule,
  ProblemFilter,
  ValidationPipe,
  type Log,
  type Settings,
} from '#platform';

/** Every lib that answers requests. No business code stands here. */
@Module({})
export class ApiModule {
  static with(settings: Settings, log: Log): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.with(settings, log), IdentityModule, ActorsModule],
      controllers: [HealthController],
      providers: [
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
