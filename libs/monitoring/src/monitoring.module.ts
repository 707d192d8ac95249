import { Module } from '@nestjs/common';
import { CommitmentsModule } from '#commitments';
import { IndicatorsModule } from '#indicators';
import { PactsModule } from '#pacts';
import { QualityModule } from '#quality';
import { AlertRules } from './alerts/alert-rules.js';
import { AlertsController } from './alerts/alerts.controller.js';
import { AlertsQueries } from './alerts/alerts.queries.js';
import { AlertsService } from './alerts/alerts.service.js';
import {
  ExecuteRunHandler,
  NightlyMonitoringHandler,
  RecomputePactHandler,
  SweepMonitoringHandler,
} from './monitoring.handlers.js';
import { MonitoringQueries } from './monitoring.queries.js';
import { MonitoringRunsController } from './monitoring-runs.controller.js';
import { MonitoringService } from './monitoring.service.js';

/** Every handler of this lib, for the worker to run. */
export const MONITORING_HANDLERS = [
  ExecuteRunHandler,
  RecomputePactHandler,
  NightlyMonitoringHandler,
  SweepMonitoringHandler,
];

@Module({
  imports: [IndicatorsModule, CommitmentsModule, PactsModule, QualityModule],
  controllers: [MonitoringRunsController, AlertsController],
  providers: [
    { provide: AlertRules, useFactory: () => AlertRules.load() },
    AlertsQueries,
    AlertsService,
    MonitoringService,
    MonitoringQueries,
    ...MONITORING_HANDLERS,
  ],
  exports: [MonitoringService, ...MONITORING_HANDLERS],
})
export class MonitoringModule {}
