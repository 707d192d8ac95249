import { Injectable } from '@nestjs/common';
import { todayInRome } from '#kernel';
import { CommitmentsCalendar } from '#commitments';
import { recomputePact } from '#intake';
import { Jobs, type JobHandler } from '#platform';
import { QualityCheck } from '#quality';
import { AlertsService } from './alerts/alerts.service.js';
import { executeRun, nightlyMonitoring, sweepMonitoring } from './monitoring.jobs.js';
import { MonitoringQueries } from './monitoring.queries.js';
import { MonitoringService } from './monitoring.service.js';

/**
 * Days that passed may have started or ended commitments: that is settled before it is counted. What they have left
 * undone is told even where figures cannot be computed.
 */
@Injectable()
export class ExecuteRunHandler implements JobHandler<{ pactId: string; runId: string }> {
  readonly job = executeRun;

  constructor(
    private readonly monitoring: MonitoringService,
    private readonly calendar: CommitmentsCalendar,
    private readonly alerts: AlertsService,
  ) {}

  async handle({ pactId, runId }: { pactId: string; runId: string }): Promise<void> {
    const today = todayInRome();
    await this.calendar.advance(pactId, today);
    await this.alerts.watch(pactId, today);
    await this.monitoring.execute(pactId, runId);
  }
}

/** Figures first: what is wrong with the data is told beside them and holds none of them up. */
@Injectable()
export class RecomputePactHandler implements JobHandler<{ pactId: string }> {
  readonly job = recomputePact;

  constructor(
    private readonly monitoring: MonitoringService,
    private readonly quality: QualityCheck,
  ) {}

  async handle({ pactId }: { pactId: string }): Promise<void> {
    await this.monitoring.recompute(pactId);
    await this.quality.checkTouched(pactId);
  }
}

@Injectable()
export class NightlyMonitoringHandler implements JobHandler {
  readonly job = nightlyMonitoring;

  constructor(
    private readonly monitoring: MonitoringService,
    private readonly queries: MonitoringQueries,
  ) {}

  async handle(): Promise<void> {
    for (const pactId of await this.queries.openPacts()) {
      await this.monitoring.request(pactId, 'schedule', 'patti');
    }
  }
}

@Injectable()
export class SweepMonitoringHandler implements JobHandler {
  readonly job = sweepMonitoring;

  constructor(
    private readonly queries: MonitoringQueries,
    private readonly jobs: Jobs,
  ) {}

  async handle(): Promise<void> {
    for (const run of await this.queries.forgottenRuns()) await this.jobs.enqueue(executeRun, { ...run });
    for (const pactId of await this.queries.forgottenRecomputations())
      await this.jobs.enqueue(recomputePact, { pactId });
  }
}
