import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { containing, Database, jsonSql } from '#platform';
import { PactTable } from '../pact-table.js';
import type { BodyListQuery } from './body.dto.js';
import { bodyClosed } from './body.problems.js';
import { covers } from './body.rules.js';

const { code, instant, json, jsonText, optional, scalar, text } = jsonSql;

const LINK = jsonText({ bodyId: code('other_body_id'), kind: code('kind') });
const LINKS = `select '[' || coalesce(string_agg(${LINK}, ',' order by other_body_id), '') || ']'
  from body_link where pact_id = b.pact_id and body_id = b.id`;

const BODY = jsonText({
  id: code('b.id'),
  kind: code('b.kind'),
  level: code('b.level'),
  name: text('b.name'),
  description: optional(text('b.description')),
  parentBodyId: optional(code('b.parent_body_id')),
  openedOn: code('b.opened_on'),
  closedOn: optional(code('b.closed_on')),
  links: json(LINKS),
  version: scalar('b.version'),
  createdAt: instant('b.created_at'),
  updatedAt: instant('b.updated_at'),
});

/** Whether body `$3` is `$2`, or stands anywhere below it. */
const IS_BELOW = `
  with recursive above as (
    select id, parent_body_id from body where pact_id = $1 and id = $3
    union
    select b.id, b.parent_body_id from body b join above a on b.id = a.parent_body_id where b.pact_id = $1
  )
  select exists (select from above where id = $2) as "isBelow"`;

@Injectable()
export class BodiesTable extends PactTable<BodyListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'body',
      alias: 'b',
      from: 'body b',
      body: BODY,
      filters: [
        { type: 'text', sql: 'b.kind = ?' },
        { type: 'text', sql: 'b.level = ?' },
        { type: 'uuid', sql: 'b.parent_body_id = ?' },
        { type: 'text', sql: 'b.name ilike ?' },
      ],
      valuesOf: ({ kind, level, parentBodyId, q }) => [kind, level, parentBodyId, containing(q)],
    });
  }

  async isBelow(pactId: string, body: { readonly id: string; readonly parentId: string }): Promise<boolean> {
    const row = await this.database
      .in(pactId)
      .one<{ isBelow: boolean }>(IS_BELOW, [pactId, body.id, body.parentId]);
    return row?.isBelow === true;
  }

  async replaceLinks(
    pactId: string,
    bodyId: string,
    links: readonly { readonly bodyId: string; readonly kind: string }[],
  ): Promise<void> {
    const database = this.database.in(pactId);
    await database.query(`delete from body_link where pact_id = $1 and body_id = $2`, [pactId, bodyId]);
    await database.query(
      `insert into body_link (pact_id, body_id, other_body_id, kind)
       select $1, $2, other, kind from unnest($3::uuid[], $4::text[]) as t (other, kind)`,
      [pactId, bodyId, links.map((link) => link.bodyId), links.map((link) => link.kind)],
    );
  }

  /**
   * Holds who is in the body, and under which mandate: as it is for those who read it (`share`), to themselves for
   * those who change it. A body that is not there is found out by the foreign key of what is to be written.
   * @throws Problem `body-closed` where it is not at work on that day.
   */
  async holdAtWork(pactId: string, bodyId: string, on: Day, how: 'share' | 'no key update'): Promise<void> {
    const body = await this.database
      .in(pactId)
      .one<{ startsOn: Day; endsOn: Day | null }>(
        `select opened_on as "startsOn", closed_on as "endsOn" from body where pact_id = $1 and id = $2 for ${how}`,
        [pactId, bodyId],
      );
    if (body !== undefined && !covers(body, on)) throw bodyClosed();
  }
}
