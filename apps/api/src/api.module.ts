import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { ActorsModule } from '#actors';
import { AgendaModule } from '#agenda';
import { CommitmentsModule } from '#commitments';
import { GovernanceModule } from '#governance';
import { IdentityModule } from '#identity';
import { IndicatorsModule } from '#indicators';
import { IntakeModule } from '#intake';
import { MonitoringModule } from '#monitoring';
import { PactsModule } from '#pacts';
import {
  ANSWERING_MS,
  DeadLettersController,
  HealthController,
  Idempotency,
  MetricsServer,
  PlatformModule,
  ProblemFilter,
  ProblemsController,
  RequestLimits,
  UnitOfWork,
  ValidationPipe,
  type Log,
  type Settings,
} from '#platform';
import { PrivacyModule } from '#privacy';
import { PublishingModule } from '#publishing';
import { QualityModule } from '#quality';
import { ConnectionsEnd } from './connections-end.js';
import { SignIn } from './sign-in.js';

const FEATURES = [
  IdentityModule,
  ActorsModule,
  PactsModule,
  AgendaModule,
  GovernanceModule,
  CommitmentsModule,
  IntakeModule,
  QualityModule,
  IndicatorsModule,
  MonitoringModule,
  PrivacyModule,
  PublishingModule,
];

/** Every lib that answers requests. No business code stands here. */
@Module({})
export class ApiModule {
  static with(settings: Settings, log: Log, options?: { connect: boolean }): DynamicModule {
    return {
      module: ApiModule,
      imports: [PlatformModule.with(settings, log, { ...options, longestMs: ANSWERING_MS }), ...FEATURES],
      controllers: [DeadLettersController, HealthController, ProblemsController],
      providers: [
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
        Idempotency,
        UnitOfWork,
        RequestLimits,
        SignIn,
        ConnectionsEnd,
        MetricsServer,
      ],
    };
  }
}
