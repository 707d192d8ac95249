import { Injectable } from '@nestjs/common';
import { Database, instantJson } from '#platform';
import type { Selection } from './figures-selection.rules.js';

/** How a pact's figures stand, known from one row: nothing of the figures themselves is read. */
export interface FiguresState {
  readonly version: number;
  readonly reported: number;
  readonly expected: number;
}

export interface FigureRow {
  readonly indicator: string;
  readonly period: string;
  readonly cell: string;
  readonly body: string;
}

/** A figure that is suppressed shows none of the numbers that would give it back. */
const BODY = `(jsonb_build_object(
    'id', f.id, 'indicator', f.indicator, 'definitionVersion', f.definition_version, 'pactId', f.pact_id,
    'period', f.period, 'breakdown', f.breakdown, 'value', null, 'unit', f.unit, 'asOf', f.as_of,
    'computedAt', ${instantJson('f.computed_at')}, 'runId', f.run_id, 'revision', f.revision,
    'coverage', jsonb_build_object('reported', $7::int, 'expected', $8::int), 'suppression', f.suppression)
  || case when f.suppression = 'none' then f.numbers || jsonb_strip_nulls(jsonb_build_object('missing', f.missing))
     else '{}' end)::text as body`;

const IS_WANTED = `(f.indicator, f.dimensions) in (select * from unnest($2::text[], $3::text[])) and f.period = any($4)`;

const ROWS = (figures: string): string => `
  select f.indicator, f.period, f.cell, ${BODY} from ${figures} f
  where $5::text[] is null or (f.indicator, f.period, f.cell) > (($5::text[])[1], ($5::text[])[2], ($5::text[])[3])
  order by f.indicator, f.period, f.cell limit $6`;

const LATEST = ROWS(`(select * from figure f where f.pact_id = $1 and f.latest and ${IS_WANTED})`);

/** The revision that was the latest at the end of that day. */
const AS_OF = ROWS(`(select distinct on (f.indicator, f.period, f.cell) * from figure f
  where f.pact_id = $1 and f.as_of <= $9 and ${IS_WANTED}
  order by f.indicator, f.period, f.cell, f.revision desc)`);

@Injectable()
export class FiguresQueries {
  constructor(private readonly database: Database) {}

  state(pactId: string): Promise<FiguresState | undefined> {
    return this.database.in(pactId).one(
      `select coalesce(s.figures_version, 0) as version, coalesce(s.sources_reported, 0) as reported,
         coalesce(s.sources_expected, 0) as expected
       from pact p left join indicator_state s on s.pact_id = p.id where p.id = $1`,
      [pactId],
    );
  }

  /** In the order of indicator, period and cell. Without a limit, all of them. */
  list(
    pactId: string,
    selection: Selection,
    state: FiguresState,
    page: { after: readonly string[] | undefined; limit: number | null },
  ): Promise<FigureRow[]> {
    const { indicators, dimensions, periods, asOf } = selection;
    const values = [
      pactId,
      indicators,
      dimensions,
      periods,
      page.after ?? null,
      page.limit,
      state.reported,
      state.expected,
    ];
    return asOf === null
      ? this.database.in(pactId).query(LATEST, values)
      : this.database.in(pactId).query(AS_OF, [...values, asOf]);
  }
}
