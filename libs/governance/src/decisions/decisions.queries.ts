import { Injectable } from '@nestjs/common';
import { unknownDecision } from '#pacts';
import { Database, jsonSql } from '#platform';
import { PactTable } from '../pact-table.js';
import { OUTCOME } from '../proposals/outcome.body.js';
import type { ActionListQuery, DecisionListQuery } from './decision.dto.js';

const { code, instant, jsonText, optional, scalar, text } = jsonSql;

/** What was decided is the proposal, word for word. */
const BODY = jsonText({
  id: code('d.id'),
  proposalId: code('d.proposal_id'),
  bodyId: code('p.body_id'),
  meetingId: optional(code('p.meeting_id')),
  kind: code('p.kind'),
  title: text('p.title'),
  text: text('p.text'),
  decidedOn: code('d.decided_on'),
  outcome: OUTCOME,
  state: code('d.state'),
  endedOn: optional(code('d.ended_on')),
  reason: optional(text('d.reason')),
  version: scalar('d.version'),
  createdAt: instant('d.created_at'),
  updatedAt: instant('d.updated_at'),
});

const ACTION = jsonText({
  id: code('a.id'),
  decisionId: code('a.decision_id'),
  title: text('a.title'),
  responsibleActorId: code('a.responsible_actor_id'),
  dueOn: code('a.due_on'),
  state: code('a.state'),
  endedOn: optional(code('a.ended_on')),
  note: optional(text('a.note')),
  version: scalar('a.version'),
  createdAt: instant('a.created_at'),
  updatedAt: instant('a.updated_at'),
});

@Injectable()
export class DecisionsTable extends PactTable<DecisionListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'decision',
      alias: 'd',
      from: 'decision d join proposal p on p.pact_id = d.pact_id and p.id = d.proposal_id',
      body: BODY,
      filters: [
        { type: 'uuid', sql: 'p.body_id = ?' },
        { type: 'uuid', sql: 'p.meeting_id = ?' },
        { type: 'text', sql: 'd.state = ?' },
        { type: 'text', sql: 'p.kind = ?' },
        { type: 'date', sql: 'd.decided_on >= ?' },
        { type: 'date', sql: 'd.decided_on < ?' },
      ],
      valuesOf: ({ bodyId, meetingId, state, kind, from, before }) => [
        bodyId,
        meetingId,
        state,
        kind,
        from,
        before,
      ],
    });
  }

  /** @throws Problem 422 where a request names a decision that the pact does not have. */
  async mustHave(pactId: string, decisionId: string): Promise<void> {
    const row = await this.database
      .in(pactId)
      .one(`select from decision where pact_id = $1 and id = $2`, [pactId, decisionId]);
    if (row === undefined) throw unknownDecision();
  }
}

@Injectable()
export class ActionsTable extends PactTable<ActionListQuery> {
  constructor(database: Database) {
    super(database, {
      table: 'decision_action',
      alias: 'a',
      from: 'decision_action a',
      body: ACTION,
      parent: { table: 'decision', column: 'decision_id' },
      filters: [
        { type: 'text', sql: 'a.state = ?' },
        { type: 'uuid', sql: 'a.responsible_actor_id = ?' },
      ],
      valuesOf: ({ state, responsibleActorId }) => [state, responsibleActorId],
    });
  }

  async openOf(pactId: string, decisionId: string): Promise<number> {
    const row = await this.database
      .in(pactId)
      .one<{ open: number }>(
        `select count(*)::int as open from decision_action where pact_id = $1 and decision_id = $2 and ended_on is null`,
        [pactId, decisionId],
      );
    return row?.open ?? 0;
  }
}
