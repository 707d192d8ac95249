import { Injectable } from '@nestjs/common';
import { recomputePact } from '#intake';
import { Database, invalidRequest, Jobs, notFound, Resource, versionMismatch } from '#platform';
import type { IndicatorSettingsRequest } from './indicator-settings.dto.js';
import { IndicatorSettingsQueries } from './indicator-settings.queries.js';
import { completeSettings, type Scale } from './indicator-settings.rules.js';
import { scaleFaults } from './scales.rules.js';

@Injectable()
export class IndicatorSettingsService {
  constructor(
    private readonly database: Database,
    private readonly queries: IndicatorSettingsQueries,
    private readonly jobs: Jobs,
  ) {}

  async get(pactId: string): Promise<Resource> {
    const found = await this.queries.ofPact(pactId);
    if (found === undefined) throw notFound();
    return new Resource(JSON.stringify({ ...found.settings, version: found.version }), found.version);
  }

  /** Replaces the pact's choices; the figures follow as soon as a worker has computed them again. */
  async replace(pactId: string, version: number, request: IndicatorSettingsRequest): Promise<Resource> {
    refuseScales(request.scales ?? []);
    return this.database.transaction(async () => {
      const before = await this.queries.ofPact(pactId);
      if (before === undefined) throw notFound();
      if (before.version !== version) throw versionMismatch();
      // What protects people is not lowered by leaving it out.
      const chosen = { disclosureThreshold: before.settings.disclosureThreshold, ...defined(request) };
      if (!(await this.queries.replace(pactId, version, completeSettings(chosen)))) throw versionMismatch();
      await this.queries.markDue(pactId);
      await this.jobs.enqueue(recomputePact, { pactId }, { dedupe: pactId });
      return this.get(pactId);
    });
  }
}

const defined = <T extends object>(given: T): Partial<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

function refuseScales(scales: readonly Scale[]): void {
  const faults = scaleFaults(scales);
  if (faults.length > 0) throw invalidRequest(faults);
}
