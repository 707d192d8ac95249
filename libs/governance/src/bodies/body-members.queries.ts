import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { Database, jsonSql } from '#platform';
import { PactTable } from '../pact-table.js';
import type { BodyMemberListQuery } from './body.dto.js';
import type { Span } from './body.rules.js';

const { code, instant, jsonText, optional, scalar } = jsonSql;

const BODY = jsonText({
  id: code('m.id'),
  bodyId: code('m.body_id'),
  actorId: code('m.actor_id'),
  role: code('m.role'),
  voting: scalar('m.voting'),
  startsOn: code('m.starts_on'),
  endsOn: optional(code('m.ends_on')),
  version: scalar('m.version'),
  createdAt: instant('m.created_at'),
  updatedAt: instant('m.updated_at'),
});

/** Who is in the body on that day. */
export interface Seat {
  readonly voting: boolean;
}

@Injectable()
export class BodyMembersTable extends PactTable<BodyMemberListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'body_member',
      alias: 'm',
      from: 'body_member m',
      body: BODY,
      parent: { table: 'body', column: 'body_id' },
      filters: [
        { type: 'date', sql: 'm.starts_on <= ? and (m.ends_on is null or m.ends_on >= ?)' },
        { type: 'uuid', sql: 'm.actor_id = ?' },
      ],
      valuesOf: ({ on, actorId }) => [on, actorId],
    });
  }

  /** The times in which the actor is in the body, but for that of the row `except`. */
  spansOf(pactId: string, bodyId: string, actorId: string, except: string): Promise<Span[]> {
    return this.database.in(pactId).query(
      `select starts_on as "startsOn", ends_on as "endsOn" from body_member
       where pact_id = $1 and body_id = $2 and actor_id = $3 and id <> $4`,
      [pactId, bodyId, actorId, except],
    );
  }

  seatOf(pactId: string, bodyId: string, actorId: string, on: Day): Promise<Seat | undefined> {
    return this.database.in(pactId).one(
      `select voting from body_member where pact_id = $1 and body_id = $2 and actor_id = $3
         and starts_on <= $4 and (ends_on is null or ends_on >= $4)`,
      [pactId, bodyId, actorId, on],
    );
  }
}
