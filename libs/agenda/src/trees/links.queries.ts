import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, type PageQuery } from '#platform';
import type { EntryRow } from '../entries/entries.store.js';
import type { TreeKind } from './tree.kind.js';

const { code, instant, jsonText } = jsonSql;

const bodyOf = ({ from, to }: TreeKind): string =>
  jsonText({
    id: code('id'),
    [from.field]: code(from.column),
    [to.field]: code(to.column),
    createdAt: instant('created_at'),
  });

@Injectable()
export class LinksQueries {
  constructor(private readonly database: Database) {}

  show(pactId: string, kind: TreeKind, id: string): Promise<EntryRow | undefined> {
    return this.database
      .in(pactId)
      .one(`select id, ${bodyOf(kind)} as body from ${kind.links} where pact_id = $1 and id = $2`, [
        pactId,
        id,
      ]);
  }

  list(pactId: string, kind: TreeKind, query: PageQuery, after: string[] | undefined): Promise<EntryRow[]> {
    return this.database.in(pactId).query(
      `select id, ${bodyOf(kind)} as body from ${kind.links}
       where pact_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`,
      [pactId, after?.[0] ?? null, limitOf(query) + 1],
    );
  }

  /** False where there is none. */
  async remove(pactId: string, { links }: TreeKind, id: string): Promise<boolean> {
    const statement = `delete from ${links} where pact_id = $1 and id = $2 returning id`;
    return (await this.database.in(pactId).query(statement, [pactId, id])).length > 0;
  }
}
