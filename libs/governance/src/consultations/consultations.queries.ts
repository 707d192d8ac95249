import { Injectable } from '@nestjs/common';
import { Database, jsonSql } from '#platform';
import { PactTable } from '../pact-table.js';
import type { ConsultationListQuery, ContributionListQuery } from './consultation.dto.js';

const { code, instant, json, jsonText, list, optional, scalar, text } = jsonSql;

const INVITED = `select '[' || coalesce(string_agg('"' || actor_id || '"', ',' order by actor_id), '') || ']'
  from consultation_invitation where pact_id = c.pact_id and consultation_id = c.id`;

const BODY = jsonText({
  id: code('c.id'),
  bodyId: optional(code('c.body_id')),
  kind: code('c.kind'),
  title: text('c.title'),
  question: text('c.question'),
  startsOn: code('c.starts_on'),
  endsOn: code('c.ends_on'),
  invitedActorIds: json(INVITED),
  invitedGroups: list('c.invited_groups'),
  state: code('c.state'),
  synthesis: optional(text('c.synthesis')),
  version: scalar('c.version'),
  createdAt: instant('c.created_at'),
  updatedAt: instant('c.updated_at'),
});

const CONTRIBUTION = jsonText({
  id: code('c.id'),
  consultationId: code('c.consultation_id'),
  actorId: optional(code('c.actor_id')),
  groupName: optional(text('c.group_name')),
  text: text('c.text'),
  receivedOn: code('c.received_on'),
  outcome: optional(code('c.outcome')),
  reason: optional(text('c.reason')),
  decisionId: optional(code('c.decision_id')),
  version: scalar('c.version'),
  createdAt: instant('c.created_at'),
  updatedAt: instant('c.updated_at'),
});

/** The columns of a `ConsultationAtHand`. */
export const HELD_CONSULTATION = `state, starts_on as "startsOn", ends_on as "endsOn",
  synthesis is not null as "hasSynthesis"`;

@Injectable()
export class ConsultationsTable extends PactTable<ConsultationListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'consultation',
      alias: 'c',
      from: 'consultation c',
      body: BODY,
      filters: [
        { type: 'text', sql: 'c.state = ?' },
        { type: 'text', sql: 'c.kind = ?' },
        { type: 'uuid', sql: 'c.body_id = ?' },
        { type: 'date', sql: 'c.ends_on >= ?' },
        { type: 'date', sql: 'c.ends_on < ?' },
      ],
      valuesOf: ({ state, kind, bodyId, from, before }) => [state, kind, bodyId, from, before],
    });
  }

  async replaceInvitations(pactId: string, id: string, actorIds: readonly string[]): Promise<void> {
    const database = this.database.in(pactId);
    await database.query(`delete from consultation_invitation where pact_id = $1 and consultation_id = $2`, [
      pactId,
      id,
    ]);
    await database.query(
      `insert into consultation_invitation (pact_id, consultation_id, actor_id)
       select distinct $1::uuid, $2::uuid, actor_id from unnest($3::uuid[]) as t (actor_id)`,
      [pactId, id, actorIds],
    );
  }
}

@Injectable()
export class ContributionsTable extends PactTable<ContributionListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'contribution',
      alias: 'c',
      from: 'contribution c',
      body: CONTRIBUTION,
      parent: { table: 'consultation', column: 'consultation_id' },
      filters: [
        { type: 'text', sql: 'c.outcome = ?' },
        { type: 'boolean', sql: '(c.outcome is not null) = ?' },
        { type: 'uuid', sql: 'c.actor_id = ?' },
      ],
      valuesOf: ({ outcome, answered, actorId }) => [outcome, answered, actorId],
    });
  }
}
