import { jsonSql, limitOf, type PageQuery } from '#platform';

const { code, instant, jsonText, list, optional, scalar, text } = jsonSql;

const BODY = jsonText({
  code: code('c.code'),
  detail: optional(text('c.detail')),
  territory: list('c.territory'),
  version: scalar('c.version'),
  createdAt: instant('c.created_at'),
  updatedAt: instant('c.updated_at'),
});

export interface CompetenceRow {
  readonly code: string;
  readonly version: number;
  readonly body: string;
}

export interface Competence {
  readonly code: string;
  readonly detail?: string;
  readonly territory?: readonly string[];
}

interface Asked {
  query<Row>(text: string, values: unknown[]): Promise<Row[]>;
}

/** Competences by code: those that an actor has, and those that a pact needs. */
export class CompetenceRows {
  private readonly select: string;

  /** @param owner the table and key of whoever has or needs them. */
  constructor(
    private readonly table: string,
    private readonly column: string,
    private readonly owner: string,
  ) {
    this.select = `select c.code, c.version, ${BODY} as body from ${table} c where c.${column} = $1`;
  }

  /** Nothing where there is no such owner. */
  async list(
    database: Asked,
    ownerId: string,
    query: PageQuery,
    after: string | undefined,
  ): Promise<CompetenceRow[] | undefined> {
    const rows = await database.query<CompetenceRow | { readonly code: null }>(
      `select c.code, c.version, c.body from ${this.owner} o
       left join lateral (${this.select} and ($2::text is null or c.code > $2) order by c.code limit $3) c on true
       where o.id = $1 order by c.code`,
      [ownerId, after ?? null, limitOf(query) + 1],
    );
    if (rows.length === 0) return undefined;
    return rows.filter((row): row is CompetenceRow => row.code !== null);
  }

  async show(database: Asked, ownerId: string, competence: string): Promise<CompetenceRow | undefined> {
    const rows = await database.query<CompetenceRow>(`${this.select} and c.code = $2`, [ownerId, competence]);
    return rows[0];
  }

  /** From version 0 where there is none. False where it is at another version, or its owner is not there. */
  async set(database: Asked, ownerId: string, version: number, competence: Competence): Promise<boolean> {
    const values = [ownerId, competence.code, competence.detail ?? null, competence.territory ?? []];
    const statement =
      version === 0
        ? `insert into ${this.table} (${this.column}, code, detail, territory)
           select o.id, $2, $3, $4 from ${this.owner} o where o.id = $1 on conflict do nothing returning 1`
        : `update ${this.table} set detail = $3, territory = $4, version = version + 1, updated_at = now()
           where ${this.column} = $1 and code = $2 and version = $5 returning 1`;
    const changed = await database.query(statement, version === 0 ? values : [...values, version]);
    return changed.length > 0;
  }

  async remove(database: Asked, ownerId: string, version: number, competence: string): Promise<boolean> {
    const removed = await database.query(
      `delete from ${this.table} where ${this.column} = $1 and code = $2 and version = $3 returning 1`,
      [ownerId, competence, version],
    );
    return removed.length > 0;
  }
}
