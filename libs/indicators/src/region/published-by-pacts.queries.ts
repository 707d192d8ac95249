import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { Breakdown } from '../definition/breakdowns.rules.js';
import { keyOf } from '../engine/figures.store.js';
import { SUMMED, type PublishedByPacts } from './regional-release.rules.js';

/** Pairs of indicator and dimensions, in these periods. */
export interface WantedOfPacts {
  readonly indicators: readonly string[];
  readonly dimensions: readonly string[];
  readonly periods: readonly string[];
}

/** Under which key the pacts have published. */
export interface PublishedPlace extends PublishedByPacts {
  readonly indicator: string;
  readonly period: string;
  readonly cell: string;
  readonly breakdown: Breakdown;
}

/** What is stored is added up, told or not: only what all of them tell is compared with it. */
const SUMS = `
  select indicator, period, cell, (array_agg(breakdown))[1] as breakdown,
    (count(*) filter (where suppression <> 'none'))::int as hidden,
    json_build_object(${SUMMED.map((name) => `'${name}', sum((numbers->>'${name}')::float8)`).join(', ')}) as sums
  from across.figure
  where pact_id = any($1) and latest and indicator = any($2) and period = any($4)
    and (indicator, dimensions) in (select * from unnest($2::text[], $3::text[]))
  group by indicator, period, cell`;

@Injectable()
export class PublishedByPactsQueries {
  constructor(private readonly database: Database) {}

  async sums(
    pactIds: readonly string[],
    { indicators, dimensions, periods }: WantedOfPacts,
  ): Promise<Map<string, PublishedPlace>> {
    const rows = await this.database.queryAmong<PublishedPlace>(pactIds, SUMS, [
      pactIds,
      indicators,
      dimensions,
      periods,
    ]);
    return new Map(rows.map((row) => [keyOf(row), row]));
  }
}
