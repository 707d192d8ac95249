import { Injectable } from '@nestjs/common';
import { enteredPacts, type Principal } from '#identity';
import { Database } from '#platform';
import { COVERAGE_THEN, figureColumns, IS_WANTED, KEY, withTarget, type FigureRow } from './figure.sql.js';
import type { Selection } from './figures-selection.rules.js';
import type { FiguresSource, PactState, Stretch } from './figures-source.js';

/** $5 is the key of the row before: pact, indicator, period, cell. */
const FOLLOWS = `$5::text[] is null or f.pact_id > ($5::text[])[1]::uuid
  or (${KEY}) > (($5::text[])[2], ($5::text[])[3], ($5::text[])[4])`;

const NOW = ['f.reported_now', 'f.expected_now'] as const;

/** One pact after the other, each by its own index, and no more of them than the page needs. */
const ROWS = (figures: string, [reported, expected]: readonly [string, string]): string => `
  select ${figureColumns(reported, expected)}
  from (
    select f.*, p.sources_reported as reported_now, p.sources_expected as expected_now
    from across.pact p
    cross join lateral (
      select * from ${figures} f where ${FOLLOWS} order by ${KEY} limit $6
    ) f
    where p.id = any($1)
    order by f.pact_id, ${KEY} limit $6
  ) f
  ${withTarget('across.target', '$7')}
  order by f.pact_id, ${KEY}`;

const LATEST = ROWS(
  `(select * from across.figure f where f.pact_id = p.id and f.latest and ${IS_WANTED})`,
  NOW,
);

const AS_OF = ROWS(
  `(select distinct on (${KEY}) * from across.figure f
  where f.pact_id = p.id and f.as_of <= $7 and ${IS_WANTED} order by ${KEY}, f.revision desc)`,
  COVERAGE_THEN(...NOW),
);

/** Figures of several pacts, one by one. A total over all of them is not the sum of these: `totals`. */
@Injectable()
export class AcrossQueries {
  constructor(private readonly database: Database) {}

  /** Those of the pacts that the caller enters and asked for; all that it enters, where it asked for none. */
  async ofPactsOf(principal: Principal, asked: readonly string[] | undefined): Promise<FiguresSource> {
    const entered = await this.reach(principal);
    const reach = new Set(entered);
    return this.of(asked === undefined ? entered : asked.filter((id) => reach.has(id)));
  }

  /** The pacts that the caller enters. */
  async reach(principal: Principal): Promise<readonly string[]> {
    return enteredPacts(principal) ?? (await this.everyPact());
  }

  private of(pactIds: readonly string[]): FiguresSource {
    const ids = [...pactIds].sort();
    return {
      place: ['figures-across'],
      state: () => this.state(ids),
      list: (selection, _state, stretch) => this.list(ids, selection, stretch),
      sortKey: ({ pactId, indicator, period, cell }) => [pactId, indicator, period, cell],
    };
  }

  /** As many pacts as there are figures to show will do, unless some have none: then twice as many more are asked. */
  private async list(ids: readonly string[], selection: Selection, stretch: Stretch): Promise<FigureRow[]> {
    const { indicators, dimensions, periods, asOf } = selection;
    const { after, limit } = stretch;
    const left = ids.filter((id) => after === undefined || id >= (after[0] ?? ''));
    const rows: FigureRow[] = [];
    for (let from = 0, many = limit; from < left.length && rows.length < limit; from += many, many *= 2) {
      const asked = left.slice(from, from + many);
      const found = await this.database.queryAmong<FigureRow>(asked, asOf === null ? LATEST : AS_OF, [
        asked,
        indicators,
        dimensions,
        periods,
        after ?? null,
        limit - rows.length,
        asOf,
      ]);
      rows.push(...found);
    }
    return rows;
  }

  private state(pactIds: readonly string[]): Promise<PactState[]> {
    return this.database.queryAmong(
      pactIds,
      `select id, title, starts_on as "startsOn", version as "pactVersion", figures_version as version,
         sources_reported as reported, sources_expected as expected
       from across.pact where id = any($1) order by id`,
      [pactIds],
    );
  }

  private async everyPact(): Promise<string[]> {
    const rows = await this.database.acrossPacts.query<{ id: string }>('select id from pact order by id');
    return rows.map(({ id }) => id);
  }
}
