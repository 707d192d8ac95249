import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { UnrecoverableError, type Job } from 'bullmq';
import type { Database } from '../database/database.js';
import { driverFault } from '../database/driver-fault.js';
import type { Log } from '../logging/log.js';
import type { Settings } from '../settings/settings.js';
import { openWorker, type JobWorker } from './backend.js';
import { bounded } from './bounded.js';
import type { DeadLetters } from './dead-letters.js';
import { failureCode, isPermanent } from './failure.js';
import { allJobKinds, type JobData, type JobHandler } from './job.js';
import type { Jobs } from './jobs.js';

const CONCURRENCY = 2;
const CLOSE_MS = 20_000;
const SWEEP_MS = 30_000;

interface Tools {
  readonly jobs: Jobs;
  readonly letters: DeadLetters;
  readonly database: Database;
  readonly settings: Settings;
  readonly log: Log;
}

/** Runs every kind of job there is; refuses to start when one of them has no handler. */
@Injectable()
export class JobRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly workers: JobWorker[] = [];
  private sweep: NodeJS.Timeout | undefined;

  constructor(
    private readonly handlers: readonly JobHandler[],
    private readonly tools: Tools,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const unhandled = allJobKinds().filter((job) => !this.handlers.some((handler) => handler.job === job));
    if (unhandled.length > 0)
      throw new Error(`no handler for ${unhandled.map((job) => job.name).join(', ')}`);
    for (const queue of new Set(allJobKinds().map((job) => job.queue))) this.start(queue);
    await this.schedule();
    this.sweep = setInterval(() => this.remind(), SWEEP_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.sweep);
    const closing = this.workers.map((worker) => bounded(worker.close(), CLOSE_MS));
    for (const result of await Promise.allSettled(closing)) {
      if (result.status === 'rejected')
        this.tools.log.warn('a worker did not end in time; its job will run again');
    }
  }

  /** A queue may have been emptied: what is to be sent, and what comes by itself, it is told again. */
  private remind(): void {
    void this.tools.jobs.flush();
    this.schedule().catch((error: unknown) =>
      this.tools.log.warn({ ...driverFault(error) }, 'the queue cannot be reached; schedules wait'),
    );
  }

  private start(queue: string): void {
    const worker = openWorker(queue, (job) => this.run(job), this.tools.settings, CONCURRENCY);
    worker.on('error', (error) => this.tools.log.warn({ queue, ...driverFault(error) }, 'worker connection'));
    worker.on('failed', (job, error) => {
      this.tools.log.error(
        { job: job?.name, id: job?.id, attempt: job?.attemptsMade, ...named(error) },
        'job failed',
      );
      if (job !== undefined && isLast(job, error)) void this.bury(job, error);
    });
    this.workers.push(worker);
  }

  private async run(job: Job): Promise<void> {
    const handler = this.handlers.find((each) => each.job.name === job.name);
    if (handler === undefined) throw new Error('a job without a handler');
    await handler.handle(job.data as JobData).catch((error: unknown) => {
      if (!isPermanent(error)) throw error;
      throw new GivenUp(failureCode(error));
    });
  }

  /**
   * Nobody tries it any more: it becomes a dead letter, and its handler takes note, together. Where that cannot be stored,
   * what it was about still stands in its own table, and is found there.
   */
  private async bury(job: Job, error: Error): Promise<void> {
    const { letters, database, log } = this.tools;
    const handler = this.handlers.find((each) => each.job.name === job.name);
    const data = job.data as JobData;
    const code = error instanceof GivenUp ? error.code : failureCode(error);
    try {
      const deadLetters = await database.transaction(async () => {
        await handler?.givenUp?.(data, code);
        return letters.add({ job: job.name, data, code, attempts: job.attemptsMade });
      });
      log.error({ job: job.name, code, deadLetters }, 'a job became a dead letter');
    } catch (failure) {
      log.error({ job: job.name, code, ...named(failure as Error) }, 'a dead letter could not be stored');
    }
  }

  private async schedule(): Promise<void> {
    for (const job of allJobKinds()) {
      if (job.schedule === undefined) continue;
      const queue = this.tools.jobs.queue(job.queue);
      if (!this.tools.settings.schedulesEnabled) continue;
      await queue.upsertJobScheduler(
        job.name,
        { pattern: job.schedule, tz: 'Europe/Rome' },
        { name: job.name, data: {} },
      );
    }
  }
}

/** Tells the queue not to try again. The code goes along, because the queue keeps messages. */
class GivenUp extends UnrecoverableError {
  constructor(readonly code: string) {
    super(code);
  }
}

const isLast = (job: Job, error: Error): boolean =>
  error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1);

const named = (error: Error): object => driverFault(error) ?? { name: error.name };
