import { Database, limitOf, notFound, Resource, versionMismatch, type Page, type PageQuery } from '#platform';

/** How the rows of one table are read: what they are called, and the JSON text that a client sees. */
export interface Reading<Query extends PageQuery> {
  readonly table: string;
  /** The table under a short name, with what it is joined to. */
  readonly from: string;
  readonly alias: string;
  readonly body: string;
  /** Rows that hang on another one are found under its path alone. */
  readonly parent?: { readonly table: string; readonly column: string };
  /** In the order of `valuesOf`; `?` stands for the value, and a filter without one lets everything pass. */
  readonly filters: readonly Filter[];
  valuesOf(query: Query): readonly unknown[];
}

interface Filter {
  readonly type: 'uuid' | 'text' | 'date' | 'boolean';
  readonly sql: string;
}

interface PactRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/** A row as its caller saw it; the version where that matters, the row it hangs on where it hangs on one. */
export interface Seen {
  readonly id: string;
  readonly version?: number;
  readonly parentId?: string;
}

/** Columns and their values; those without one stay as they are. */
type Columns = Readonly<Record<string, unknown>>;

interface Paged {
  readonly after: string[] | undefined;
  page(rows: readonly PactRow[], sortKey: (row: PactRow) => string[]): Page;
}

/** `$1` is the pact, `$2` the row or the one before the first, `$3` the parent. */
const LIMIT = '$4';
const FIRST_FILTER = 5;

/** The one way in which the tables of governance are read, held and written. Their names come from the code alone. */
export class PactTable<Query extends PageQuery = PageQuery> {
  private readonly shown: string;
  private readonly listed: string;
  private readonly inParent: string;

  constructor(
    protected readonly database: Database,
    private readonly reading: Reading<Query>,
  ) {
    const { alias, body, from, parent } = reading;
    const select = `select ${alias}.id, ${alias}.version, ${body} as body from ${from} where ${alias}.pact_id = $1`;
    this.inParent = `($3::uuid is null${parent === undefined ? '' : ` or ${parent.column} = $3`})`;
    const inParent =
      parent === undefined ? this.inParent : `($3::uuid is null or ${alias}.${parent.column} = $3)`;
    this.shown = `${select} and ${alias}.id = $2 and ${inParent}`;
    this.listed = listStatement(select, reading);
  }

  /** @throws Problem `not-found` where the pact has no such row. */
  async get(pactId: string, id: string, parentId?: string): Promise<Resource> {
    const row = await this.database.in(pactId).one<PactRow>(this.shown, [pactId, id, parentId ?? null]);
    if (row === undefined) throw notFound();
    return new Resource(row.body, row.version);
  }

  /** @throws Problem `not-found` where what the rows hang on is not there. */
  async page(pactId: string, query: Query, list: Paged, parentId?: string): Promise<Page> {
    const values = [pactId, list.after?.[0] ?? null, parentId ?? null, limitOf(query) + 1];
    const filters = this.reading.valuesOf(query).map((value) => value ?? null);
    const rows = await this.database.in(pactId).query<PactRow>(this.listed, [...values, ...filters]);
    if (parentId !== undefined && rows.length === 0) throw notFound();
    return list.page(
      rows.filter(({ id }) => id !== null),
      (row) => [row.id],
    );
  }

  /**
   * The columns of a row that nobody else changes while the transaction lasts.
   * @throws Problem `not-found` where there is none, `version-mismatch` where it is not as the caller saw it.
   */
  async hold<Row extends object>(pactId: string, seen: Seen, columns = 'id'): Promise<Row> {
    const row = await this.database.in(pactId).one<Row & { version: number }>(
      `select version, ${columns} from ${this.reading.table}
         where pact_id = $1 and id = $2 and ${this.inParent} for no key update`,
      [pactId, seen.id, seen.parentId ?? null],
    );
    if (row === undefined) throw notFound();
    if (seen.version !== undefined && row.version !== seen.version) throw versionMismatch();
    return row;
  }

  async add(pactId: string, row: Columns): Promise<void> {
    const given = Object.entries({ pact_id: pactId, ...row }).filter(([, value]) => value !== undefined);
    const names = given.map(([name]) => name).join(', ');
    const places = given.map((_, index) => `$${index + 1}`).join(', ');
    await this.database.in(pactId).query(
      `insert into ${this.reading.table} (${names}) values (${places})`,
      given.map(([, value]) => value),
    );
  }

  /** Every change makes a new version, also one that changes only what hangs on the row. */
  async change(pactId: string, id: string, columns: Columns = {}): Promise<void> {
    const given = Object.entries(columns).filter(([, value]) => value !== undefined);
    const sets = given.map(([name], index) => `${name} = $${index + 3}, `).join('');
    await this.database
      .in(pactId)
      .query(
        `update ${this.reading.table} set ${sets}version = version + 1, updated_at = now() where pact_id = $1 and id = $2`,
        [pactId, id, ...given.map(([, value]) => value)],
      );
  }
}

/** One statement: of what hangs on a row, the row is there without any, and no row is where there is none. */
function listStatement<Query extends PageQuery>(
  select: string,
  { alias, filters, parent }: Reading<Query>,
): string {
  const conditions = filters.map(({ type, sql }, index) => {
    const place = `$${FIRST_FILTER + index}::${type}`;
    return ` and (${place} is null or (${sql.replaceAll('?', place)}))`;
  });
  const inParent = parent === undefined ? '$3::uuid is null' : `${alias}.${parent.column} = parent.id`;
  const rows = `${select} and ${inParent} and ($2::uuid is null or ${alias}.id > $2)${conditions.join('')}
    order by ${alias}.id limit ${LIMIT}`;
  if (parent === undefined) return rows;
  return `select listed.* from ${parent.table} as parent left join lateral (${rows}) as listed on true
    where parent.pact_id = $1 and parent.id = $3 order by listed.id`;
}
