import { Module, type DynamicModule } from '@nestjs/common';
import { AUDIT_HANDLERS, AuditModule } from '#identity';
import { INTAKE_HANDLERS, IntakeModule } from '#intake';
import { MONITORING_HANDLERS, MonitoringModule } from '#monitoring';
import {
  Database,
  DeadLetters,
  JobRunner,
  Jobs,
  Log,
  MetricsServer,
  PlatformModule,
  Settings,
  type JobHandler,
} from '#platform';
import { PRIVACY_HANDLERS, PrivacyModule } from '#privacy';
import { QUALITY_HANDLERS, QualityModule } from '#quality';

/** Every job handler there is. The start fails when a kind of job has none. */
const HANDLERS = [
  ...INTAKE_HANDLERS,
  ...QUALITY_HANDLERS,
  ...MONITORING_HANDLERS,
  ...AUDIT_HANDLERS,
  ...PRIVACY_HANDLERS,
];

@Module({})
export class WorkerModule {
  static with(settings: Settings, log: Log): DynamicModule {
    const runner = {
      provide: JobRunner,
      useFactory: (jobs: Jobs, letters: DeadLetters, database: Database, ...handlers: JobHandler[]) =>
        new JobRunner(handlers, { jobs, letters, database, settings, log }),
      inject: [Jobs, DeadLetters, Database, ...HANDLERS],
    };
    return {
      module: WorkerModule,
      imports: [
        PlatformModule.with(settings, log),
        IntakeModule,
        QualityModule,
        MonitoringModule,
        AuditModule,
        PrivacyModule,
      ],
      providers: [runner, MetricsServer],
    };
  }
}
