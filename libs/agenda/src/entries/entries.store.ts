import { Injectable } from '@nestjs/common';
import { containing, Database, limitOf, notFound, versionMismatch, type PageQuery } from '#platform';
import { pactFull } from '../agenda.problems.js';
import type { EntryShape, Reference } from './entry.shape.js';

export interface EntryRow {
  readonly id: string;
  readonly body: string;
}

type Shape<Terms extends object> = EntryShape<Terms>;

/** Every statement on entries, put together from their shape. */
@Injectable()
export class EntriesStore {
  constructor(private readonly database: Database) {}

  show<Terms extends object>(
    pactId: string,
    { table, body, before = '' }: Shape<Terms>,
    id: string,
  ): Promise<(EntryRow & { readonly version: number }) | undefined> {
    return this.database
      .in(pactId)
      .one(
        `${before} select e.id, e.version, ${body} as body from ${table} e where e.pact_id = $1 and e.id = $2`,
        [pactId, id],
      );
  }

  list<Terms extends object>(
    pactId: string,
    { table, body, before = '', filters }: Shape<Terms>,
    query: PageQuery,
    after: string[] | undefined,
  ): Promise<EntryRow[]> {
    const names = Object.keys(filters);
    const conditions = names.map((name, place) => `and ${filters[name]?.(`$${place + 4}`)}`).join(' ');
    return this.database.in(pactId).query(
      `${before} select e.id, ${body} as body from ${table} e
       where e.pact_id = $1 and ($2::uuid is null or e.id > $2) ${conditions} order by e.id limit $3`,
      [pactId, after?.[0] ?? null, limitOf(query) + 1, ...names.map((name) => valueOf(query, name))],
    );
  }

  /** @throws Problem `agenda-full` where the pact has as many as it may have */
  async insert<Terms extends object>(
    pactId: string,
    shape: Shape<Terms>,
    id: string,
    terms: Terms,
  ): Promise<void> {
    await this.makeRoom(pactId, shape, 1);
    const columns = { ...given(shape.columns(terms)), ...(await this.codeFor(pactId, shape, terms)) };
    const names = ['pact_id', 'id', ...Object.keys(columns)];
    await this.database
      .in(pactId)
      .queryAfresh(
        `insert into ${shape.table} (${names.join(', ')}) values (${names.map((_, place) => `$${place + 1}`).join(', ')})`,
        [pactId, id, ...Object.values(columns)],
      );
  }

  /** @throws Problem `not-found`, or `version-mismatch` where it has changed since */
  async update<Terms extends object>(
    pactId: string,
    { table, columns }: Shape<Terms>,
    seen: Seen,
    patch: Partial<Terms>,
  ): Promise<void> {
    const changed = given(columns(patch));
    const sets = Object.keys(changed).map((name, place) => `${name} = $${place + 4}`);
    await this.expectRow(
      pactId,
      table,
      seen,
      `update ${table} set ${[...sets, 'version = version + 1', 'updated_at = now()'].join(', ')}`,
      Object.values(changed),
    );
  }

  /** @throws Problem `not-found`, or `version-mismatch` where it has changed since */
  async delete<Terms extends object>(pactId: string, { table }: Shape<Terms>, seen: Seen): Promise<void> {
    await this.expectRow(pactId, table, seen, `delete from ${table}`, []);
  }

  /** Which of these refer to nothing that is there. */
  async missing(pactId: string, references: readonly Reference[]): Promise<Reference[]> {
    const missing: Reference[] = [];
    for (const reference of references) {
      const { id, to } = reference;
      if (typeof id === 'string' && !(await this.exists(pactId, to, id))) missing.push(reference);
    }
    return missing;
  }

  private async exists(pactId: string, table: Reference['to'], id: string): Promise<boolean> {
    const pact = this.database.in(pactId);
    const rows = await (table === 'actor'
      ? pact.query('select from actor where id = $1', [id])
      : pact.query(`select from ${table} where pact_id = $1 and id = $2`, [pactId, id]));
    return rows.length > 0;
  }

  private async expectRow(
    pactId: string,
    table: string,
    { id, version }: Seen,
    statement: string,
    values: readonly unknown[],
  ): Promise<void> {
    const pact = this.database.in(pactId);
    const rows = await pact.queryAfresh(
      `${statement} where pact_id = $1 and id = $2 and version = $3 returning id`,
      [pactId, id, version, ...values],
    );
    if (rows.length > 0) return;
    const there = await pact.query(`select from ${table} where pact_id = $1 and id = $2`, [pactId, id]);
    throw there.length > 0 ? versionMismatch() : notFound();
  }

  /** @throws Problem `agenda-full` where the pact has no room for so many more */
  async makeRoom<Terms extends object>(pactId: string, shape: Shape<Terms>, added: number): Promise<void> {
    const { table, most } = shape;
    const row = await this.database
      .in(pactId)
      .one<{ count: number }>(`select count(*)::int as count from ${table} where pact_id = $1`, [pactId]);
    if ((row?.count ?? 0) + added > most) throw pactFull({ detail: `At most ${most}.` });
  }

  /** So many codes that are not taken: the lowest numbers behind the letters of the shape. */
  async freeCodes<Terms extends object>(
    pactId: string,
    shape: Shape<Terms>,
    count: number,
  ): Promise<string[]> {
    const { table, letters = '', most } = shape;
    const rows = await this.database.in(pactId).query<{ code: string }>(
      `select '${letters}' || n as code from generate_series(1, $2::int) n
       where not exists (select from ${table} where pact_id = $1 and code = '${letters}' || n) order by n limit $3`,
      [pactId, most + count, count],
    );
    return rows.map(({ code }) => code);
  }

  private async codeFor<Terms extends object>(
    pactId: string,
    shape: Shape<Terms>,
    terms: Terms,
  ): Promise<{ code?: string | undefined }> {
    if (shape.letters === undefined) return {};
    const { code } = terms as { code?: string };
    return { code: code ?? (await this.freeCodes(pactId, shape, 1))[0] };
  }
}

/** An entry as somebody saw it. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

const given = (columns: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));

function valueOf(query: object, name: string): unknown {
  const value = (query as Readonly<Record<string, unknown>>)[name];
  return name === 'q' ? containing(value as string | undefined) : (value ?? null);
}
