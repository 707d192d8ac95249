import { Injectable } from '@nestjs/common';
import { Log, type JobHandler } from '#platform';
import { applyRetention } from './retention.jobs.js';
import { RetentionService } from './retention.service.js';

@Injectable()
export class RetentionHandler implements JobHandler {
  readonly job = applyRetention;

  constructor(
    private readonly retention: RetentionService,
    private readonly log: Log,
  ) {}

  handle(): Promise<void> {
    return this.retention.run(this.log);
  }
}
