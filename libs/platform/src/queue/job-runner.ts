import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { Job } from 'bullmq';
import { driverFault } from '../database/driver-fault.js';
import { Log } from '../logging/log.js';
import { Settings } from '../settings/settings.js';
import { openWorker, type JobWorker } from './backend.js';
import { bounded } from './bounded.js';
import { allJobKinds, type JobHandler } from './job.js';
import { Jobs } from './jobs.js';

const CONCURRENCY = 2;
const CLOSE_MS = 20_000;
const SWEEP_MS = 30_000;

/** Runs every kind of job there is; refuses to start when one of them has no handler. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly workers: JobWorker[] = [];
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly handlers: readonly JobHandler[],
    private readonly jobs: Jobs,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const unhandled = allJobKinds().filter((job) => !this.handlers.some((handler) => handler.job === job));
    if (unhandled.length > 0)
      throw new Error(`no handler for ${unhandled.map((job) => job.name).join(', ')}`);
    for (const queue of new Set(allJobKinds().map((job) => job.queue))) this.start(queue);
    await this.schedule();
    this.sweep = setInterval(() => void this.jobs.flush(), SWEEP_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    const closing = this.workers.map((worker) => bounded(worker.close(), CLOSE_MS));
    for (const result of await Promise.allSettled(closing)) {
      if (result.status === 'rejected') this.log.warn('a worker did not end in time; its job will run again');
    }
  }

  private start(queue: string): void {
    const worker = openWorker(queue, (job) => this.run(job), this.settings, CONCURRENCY);
    worker.on('error', (error) => this.log.warn({ queue, ...driverFault(error) }, 'worker connection'));
    worker.on('failed', (job, error) =>
      this.log.error(
        { job: job?.name, id: job?.id, attempt: job?.attemptsMade, ...named(error) },
        'job failed',
      ),
    );
    this.workers.push(worker);
  }

  private async run(job: Job): Promise<void> {
    const handler = this.handlers.find((each) => each.job.name === job.name);
    if (handler === undefined) throw new Error('a job without a handler');
    await handler.handle(job.data as Record<string, string>);
  }

  private async schedule(): Promise<void> {
    for (const job of allJobKinds()) {
      if (job.schedule === undefined) continue;
      const queue = this.jobs.queue(job.queue);
      if (!this.settings.schedulesEnabled) continue;
      await queue.upsertJobScheduler(
        job.name,
        { pattern: job.schedule, tz: 'Europe/Rome' },
        { name: job.name, data: {} },
      );
    }
  }
}

const named = (error: Error): object => driverFault(error) ?? { name: error.name };
