import { Injectable } from '@nestjs/common';
import { Database, Jobs, type JobHandler } from '#platform';
import { QualityCheck } from './check/quality-check.js';
import { checkDataQuality, nightlyDataQuality } from './quality.jobs.js';

@Injectable()
class CheckDataQualityHandler implements JobHandler<{ pactId: string }> {
  readonly job = checkDataQuality;

  constructor(private readonly quality: QualityCheck) {}

  handle({ pactId }: { pactId: string }): Promise<void> {
    return this.quality.checkAll(pactId);
  }
}

/** Pacts are checked one by one, each in a job of its own: what fails in one holds up no other. */
@Injectable()
class NightlyDataQualityHandler implements JobHandler {
  readonly job = nightlyDataQuality;

  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  async handle(): Promise<void> {
    const pacts = await this.database.acrossPacts.query<{ pactId: string }>(
      `select id as "pactId" from pact where state not in ('draft', 'closed') order by id`,
    );
    for (const pact of pacts) await this.jobs.enqueue(checkDataQuality, { ...pact });
  }
}

/** Every handler of this lib, for the worker to run. */
export const QUALITY_HANDLERS = [CheckDataQualityHandler, NightlyDataQualityHandler];
