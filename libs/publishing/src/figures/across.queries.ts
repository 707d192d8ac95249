import { Injectable } from '@nestjs/common';
import { enteredPacts, type Principal } from '#identity';
import { Database } from '#platform';
import { figureColumns, IS_WANTED, KEY, withTarget, type FigureRow } from './figure.sql.js';
import type { FiguresSource, PactState } from './figures-source.js';

/** $5 is the key of the row before: pact, indicator, period, cell. */
const FOLLOWS = `$5::text[] is null or f.pact_id > ($5::text[])[1]::uuid
  or (${KEY}) > (($5::text[])[2], ($5::text[])[3], ($5::text[])[4])`;

/** One pact after the other, each by its own index, and no more of them than the page needs. */
const ROWS = (figures: string): string => `
  select ${figureColumns('f.sources_reported', 'f.sources_expected')}
  from (
    select f.*, p.sources_reported, p.sources_expected
    from across.pact p
    cross join lateral (
      select * from ${figures} f where ${FOLLOWS} order by ${KEY} limit $6
    ) f
    where p.id = any($1) and ($5::text[] is null or p.id >= ($5::text[])[1]::uuid)
    order by f.pact_id, ${KEY} limit $6
  ) f
  ${withTarget('across.target', '$7')}
  order by f.pact_id, ${KEY}`;

const LATEST = ROWS(`(select * from across.figure f where f.pact_id = p.id and f.latest and ${IS_WANTED})`);

const AS_OF = ROWS(`(select distinct on (${KEY}) * from across.figure f
  where f.pact_id = p.id and f.as_of <= $7 and ${IS_WANTED} order by ${KEY}, f.revision desc)`);

/** Figures of several pacts at once. A total over all of them, with each person counted once, is not the sum of these. */
@Injectable()
export class AcrossQueries {
  constructor(private readonly database: Database) {}

  /** Those of the pacts that the caller enters and asked for; all that it enters, where it asked for none. */
  async ofPactsOf(principal: Principal, asked: readonly string[] | undefined): Promise<FiguresSource> {
    const entered = enteredPacts(principal) ?? (await this.everyPact());
    const reach = new Set(entered);
    return this.of(asked === undefined ? entered : asked.filter((id) => reach.has(id)));
  }

  private of(pactIds: readonly string[]): FiguresSource {
    return {
      place: ['figures-across'],
      state: () => this.state(pactIds),
      list: ({ indicators, dimensions, periods, asOf }, _state, { after, limit }) =>
        this.database.queryAmong<FigureRow>(pactIds, asOf === null ? LATEST : AS_OF, [
          pactIds,
          indicators,
          dimensions,
          periods,
          after ?? null,
          limit,
          asOf,
        ]),
      sortKey: ({ pactId, indicator, period, cell }) => [pactId, indicator, period, cell],
    };
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
