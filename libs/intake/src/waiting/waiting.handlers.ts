import { Injectable } from '@nestjs/common';
import { Jobs, type JobHandler } from '#platform';
import { runBatch, sweepBatches } from '../intake.jobs.js';
import { BatchRunner } from './batch-runner.js';
import { WaitingStore } from './waiting.store.js';

interface Named {
  readonly [name: string]: string;
  readonly pactId: string;
  readonly batchId: string;
}

@Injectable()
class RunBatchHandler implements JobHandler<Named> {
  readonly job = runBatch;

  constructor(private readonly runner: BatchRunner) {}

  handle(id: Named): Promise<void> {
    return this.runner.run(id);
  }

  givenUp(id: Named, code: string): Promise<void> {
    return this.runner.giveUp(id, code);
  }
}

@Injectable()
class SweepBatchesHandler implements JobHandler {
  readonly job = sweepBatches;

  constructor(
    private readonly waiting: WaitingStore,
    private readonly jobs: Jobs,
  ) {}

  async handle(): Promise<void> {
    for (const id of await this.waiting.forgotten()) await this.jobs.enqueue(runBatch, { ...id });
  }
}

/** Every handler of this lib, for the worker to run. */
export const INTAKE_HANDLERS = [RunBatchHandler, SweepBatchesHandler];
