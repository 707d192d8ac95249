import { Injectable } from '@nestjs/common';
import { completeSettings, type ChosenSettings, type RegionPact } from '#indicators';
import { Database } from '#platform';
import type { PactState } from '../figures/figures-source.js';

/** A pact as its totals need it; those that were never computed have no day, and nothing to count. */
export interface TotalledPact extends PactState {
  readonly territory: readonly string[];
  readonly region: RegionPact | undefined;
}

interface Row extends Omit<TotalledPact, 'region'> {
  readonly asOf: string | null;
  readonly chosen: ChosenSettings | null;
}

@Injectable()
export class TotalsQueries {
  constructor(private readonly database: Database) {}

  /** In the order of ids. */
  async pacts(ids: readonly string[]): Promise<TotalledPact[]> {
    const rows = await this.database.queryAmong<Row>(
      ids,
      `select id, title, territory, starts_on as "startsOn", version as "pactVersion", figures_version as version,
         sources_reported as reported, sources_expected as expected, as_of as "asOf", settings as chosen
       from regional.pact order by id`,
      [],
    );
    return rows.map(({ asOf, chosen, ...row }) => ({
      ...row,
      region: regionPactOf({ ...row, asOf, chosen }),
    }));
  }
}

function regionPactOf({ id, startsOn, asOf, chosen }: Row): RegionPact | undefined {
  if (asOf === null) return undefined;
  return { id, startsOn, asOf, settings: completeSettings(chosen ?? {}) };
}
