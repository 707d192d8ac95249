import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, notFound, type PageQuery } from '#platform';
import { titleOf } from '../titles.js';
import type { CellListQuery } from './grid.dto.js';

const { code, instant, json, jsonText, scalar, text } = jsonSql;

const DIMENSION = jsonText({
  code: text('d.code'),
  title: titleOf('d'),
  entries: json('d.entries'),
});

const BODY = jsonText({
  id: code('g.id'),
  code: text('g.code'),
  title: titleOf('g'),
  dimensions: json(`(
    select '[' || string_agg(${DIMENSION}, ',' order by d.position) || ']'
    from grid_dimension d where d.pact_id = g.pact_id and d.grid_id = g.id)`),
  cellCount: scalar('(select count(*) from grid_cell c where c.pact_id = g.pact_id and c.grid_id = g.id)'),
  version: scalar('g.version'),
  createdAt: instant('g.created_at'),
  updatedAt: instant('g.updated_at'),
});

const MEASURE = jsonText({ id: code('m.id'), code: text('m.code') });

/** The measures `m` that work on cells: those that were closed do not. Read once for all cells that are looked at. */
const WORKING = `measure_cell x join measure m on m.pact_id = x.pact_id and m.id = x.measure_id and m.state <> 'closed'
  where x.pact_id = $1`;

const CELL = jsonText({ cell: text('c.address'), measures: json(`'[' || coalesce(w.measures, '') || ']'`) });

const CELLS = `with covered as (select x.cell_id from ${WORKING}),
  page as materialized (
    select c.* from grid g left join grid_cell c
      on c.pact_id = g.pact_id and c.grid_id = g.id and ($3::int is null or c.position > $3)
      and ($4::boolean is null or (c.id in (select cell_id from covered)) = $4)
    where g.pact_id = $1 and g.id = $2 order by c.position limit $5)
  select c.position, ${CELL} as body
  from page c left join (
    select x.cell_id, string_agg(${MEASURE}, ',' order by m.code) as measures
    from ${WORKING} and x.cell_id in (select id from page) group by x.cell_id
  ) w on w.cell_id = c.id
  order by c.position`;

const COVERAGE = `with cell as (
    select c.address, c.id in (select x.cell_id from ${WORKING}) as is_covered
    from grid_cell c where c.pact_id = $1 and c.grid_id = $2),
  entry as (
    select d.code as dimension, d.position, split_part(address, '/', d.position) as code, count(*) as cells,
      count(*) filter (where is_covered) as covered, min(e.place) as place
    from cell cross join grid_dimension d
      join lateral jsonb_array_elements(d.entries) with ordinality as e (value, place)
        on e.value ->> 'code' = split_part(address, '/', d.position)
    where d.pact_id = $1 and d.grid_id = $2 group by 1, 2, 3),
  dimension as (
    select position, ${jsonText({
      code: text('dimension'),
      entries: json(
        `'[' || string_agg(${jsonText({ code: text('code'), cells: scalar('cells'), covered: scalar('covered') })}, ',' order by place) || ']'`,
      ),
    })} as body
    from entry group by position, dimension)
  select ${jsonText({
    cells: scalar('count(*)'),
    covered: scalar('count(*) filter (where is_covered)'),
    share: scalar('round(count(*) filter (where is_covered)::numeric / count(*), 6)'),
    dimensions: json(`(select '[' || string_agg(body, ',' order by position) || ']' from dimension)`),
  })} as body from cell having count(*) > 0`;

interface GridRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

@Injectable()
export class GridsQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, id: string): Promise<GridRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select g.id, g.version, ${BODY} as body from grid g where g.pact_id = $1 and g.id = $2`, [
        pactId,
        id,
      ]);
  }

  list(pactId: string, query: PageQuery, after: string[] | undefined): Promise<GridRow[]> {
    return this.database.in(pactId).query(
      `select g.id, g.version, ${BODY} as body from (
         select * from grid where pact_id = $1 and ($2::uuid is null or id > $2) order by id limit $3
       ) g order by g.id`,
      [pactId, after?.[0] ?? null, limitOf(query) + 1],
    );
  }

  /** In the order of their addresses. @throws Problem `not-found` where there is no such grid. */
  async cells(pactId: string, id: string, query: CellListQuery, after: string[] | undefined) {
    const rows = await this.database
      .in(pactId)
      .query<{ position: number | null; body: string }>(CELLS, [
        pactId,
        id,
        after?.[0] ?? null,
        query.isCovered ?? null,
        limitOf(query) + 1,
      ]);
    if (rows.length === 0) throw notFound();
    return rows.flatMap(({ position, body }) => (position === null ? [] : [{ position, body }]));
  }

  async coverage(pactId: string, id: string): Promise<string | undefined> {
    return (await this.database.in(pactId).one<{ body: string }>(COVERAGE, [pactId, id]))?.body;
  }
}
