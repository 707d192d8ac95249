import { Injectable } from '@nestjs/common';
import { Database, jsonSql, limitOf, notFound, type PageQuery } from '#platform';

const { code, instant, jsonText, scalar, text } = jsonSql;

const BODY = jsonText({
  id: code('u.id'),
  actorId: code('u.actor_id'),
  name: text('u.name'),
  version: scalar('u.version'),
  createdAt: instant('u.created_at'),
  updatedAt: instant('u.updated_at'),
});

export interface UnitRow {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

@Injectable()
export class UnitsQueries {
  constructor(private readonly database: Database) {}

  show(actorId: string, id: string): Promise<UnitRow | undefined> {
    return this.database.one(
      `select u.id, u.version, ${BODY} as body from actor_unit u where u.actor_id = $1 and u.id = $2`,
      [actorId, id],
    );
  }

  /** @throws Problem `not-found` where there is no such actor. */
  async list(actorId: string, query: PageQuery, after: string[] | undefined) {
    const rows = await this.database.query<{ id: string | null; body: string }>(
      `select u.id, ${BODY} as body
       from actor a left join actor_unit u on u.actor_id = a.id and ($2::uuid is null or u.id > $2)
       where a.id = $1 order by u.id limit $3`,
      [actorId, after?.[0] ?? null, limitOf(query) + 1],
    );
    if (rows.length === 0) throw notFound();
    return rows.flatMap(({ id, body }) => (id === null ? [] : [{ id, body }]));
  }
}
