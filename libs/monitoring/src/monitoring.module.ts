import { Module } from '@nestjs/common';
import { CommitmentsModule } from '#commitments';
import { IndicatorsModule } from '#indicators';
import { QualityModule } from '#quality';
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
  imports: [IndicatorsModule, CommitmentsModule, QualityModule],
  controllers: [MonitoringRunsController],
  providers: [MonitoringService, MonitoringQueries, ...MONITORING_HANDLERS],
  exports: [MonitoringService, ...MONITORING_HANDLERS],
})
export class MonitoringModule {}
