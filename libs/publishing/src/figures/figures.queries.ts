import { Injectable } from '@nestjs/common';
import { Database, notFound } from '#platform';
import { COVERAGE_THEN, figureColumns, IS_WANTED, KEY, withTarget, type FigureRow } from './figure.sql.js';
import type { Selection } from './figures-selection.rules.js';
import type { FiguresSource, PactState, Stretch } from './figures-source.js';

const FOLLOWS = `$5::text[] is null or (${KEY}) > (($5::text[])[1], ($5::text[])[2], ($5::text[])[3])`;

const ROWS = (figures: string, [reported, expected]: readonly [string, string]): string => `
  select ${figureColumns(reported, expected)}
  from (select * from ${figures} f where ${FOLLOWS} order by ${KEY} limit $6) f
  ${withTarget('target', '$9')}
  order by ${KEY}`;

const LATEST = ROWS(`(select * from figure f where f.pact_id = $1 and f.latest and ${IS_WANTED})`, [
  '$7::int',
  '$8::int',
]);

/** The revision that was the latest at the end of that day. */
const AS_OF = ROWS(
  `(select distinct on (${KEY}) * from figure f
  where f.pact_id = $1 and f.as_of <= $9 and ${IS_WANTED} order by ${KEY}, f.revision desc)`,
  COVERAGE_THEN('$7::int', '$8::int'),
);

/** One value of an indicator over time, as far as it may be seen. */
export interface PointRow {
  readonly period: string;
  readonly value: number | null;
  readonly suppression: string;
  readonly missing: string | null;
  readonly asOf: string;
  readonly unit: string;
  /** Values with another basis were measured otherwise. */
  readonly basis: string;
}

@Injectable()
export class FiguresQueries {
  constructor(private readonly database: Database) {}

  ofPact(pactId: string): FiguresSource {
    return {
      place: ['figures', pactId],
      state: async () => [await this.state(pactId)],
      list: (selection, [state], stretch) => this.list(pactId, selection, state, stretch),
      sortKey: ({ indicator, period, cell }) => [indicator, period, cell],
    };
  }

  /** @throws Problem `not-found` where there is no such pact. */
  async state(pactId: string): Promise<PactState> {
    const state = await this.database.in(pactId).one<PactState>(
      `select p.id, p.title, p.starts_on as "startsOn", p.version as "pactVersion",
         coalesce(s.figures_version, 0) as version, coalesce(s.sources_reported, 0) as reported,
         coalesce(s.sources_expected, 0) as expected
       from pact p left join indicator_state s on s.pact_id = p.id where p.id = $1`,
      [pactId],
    );
    if (state === undefined) throw notFound();
    return state;
  }

  points(pactId: string, indicator: string, cell: string): Promise<PointRow[]> {
    return this.database.in(pactId).query(
      `select period, case when suppression = 'none' then (numbers->>'value')::float8 end as value, suppression,
         case when suppression = 'none' then missing end as missing, as_of as "asOf", unit,
         concat_ws(' ', definition_version, unit, settings) as basis
       from figure where pact_id = $1 and latest and indicator = $2 and cell = $3`,
      [pactId, indicator, cell],
    );
  }

  private list(
    pactId: string,
    { indicators, dimensions, periods, asOf }: Selection,
    state: PactState | undefined,
    { after, limit }: Stretch,
  ): Promise<FigureRow[]> {
    return this.database
      .in(pactId)
      .query(asOf === null ? LATEST : AS_OF, [
        pactId,
        indicators,
        dimensions,
        periods,
        after ?? null,
        limit,
        state?.reported ?? 0,
        state?.expected ?? 0,
        asOf,
      ]);
  }
}
