import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BODIES } from './0024/bodies.js';
import { CONSULTATIONS_AND_ALERTS } from './0024/consultations.js';
import { MEETINGS_AND_DECISIONS } from './0024/decisions.js';
import { audited, type AuditedColumns } from './support/audited.js';

/** Who decides, how, and what came of it: what a decision has changed points back to it. */
export class Governance1760000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BODIES);
    await runner.query(MEETINGS_AND_DECISIONS);
    await runner.query(CONSULTATIONS_AND_ALERTS);
    for (const table of CHANGED_BY_DECISION) await runner.query(pointsBack(table));
    for (const [table, columns] of Object.entries(AUDITED_BEFORE)) {
      await runner.query(`drop trigger audited on ${table};
        ${audited(table, { ...columns, told: `${columns.told}, decision_id` })}`);
    }
    for (const [table, event, when] of MARKED) await runner.query(mark(table, event, when));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(AUDITED_BEFORE)) {
      await runner.query(`drop trigger audited on ${table}; ${audited(table, columns)}`);
    }
    for (const table of CHANGED_BY_DECISION)
      await runner.query(`alter table ${table} drop column decision_id`);
    await runner.query(`
      drop table alert, cadence, contribution, consultation_invitation, consultation, mandate_version,
        decision_action, decision, vote, proposal, attendance, meeting, mandate, body_member, body_link, body;
    `);
  }
}

/** What stood before and can now be the effect of a decision: the row that tells the change, not the thing changed. */
const CHANGED_BY_DECISION = ['pact_version', 'commitment_transition', 'target_version'];

const pointsBack = (table: string): string => `
  alter table ${table} add decision_id uuid,
    add constraint ${table}_decision_fk foreign key (pact_id, decision_id) references decision (pact_id, id);
  create index ${table}_decision_ix on ${table} (pact_id, decision_id) where decision_id is not null;
`;

const AUDITED_BEFORE: Readonly<Record<string, AuditedColumns>> = {
  pact_version: {
    pact: 'pact_id',
    key: 'id',
    told: 'number, content_hash, published_at, in_force_at, version',
    digested: 'text',
  },
  commitment_transition: {
    pact: 'pact_id',
    key: 'id',
    told: 'commitment_id, from_state, to_state, made_by, made_at',
    withheld: 'reason',
  },
};

/** What the indicators of governance count. Nothing of it is ever removed. */
const MARKED = [
  ['meeting', 'update', 'new.state <> old.state or new.held_on <> old.held_on'],
  ['body_member', 'insert', 'true'],
  ['body_member', 'update', 'new.ends_on is distinct from old.ends_on'],
  ['attendance', 'insert', 'true'],
  ['attendance', 'update', 'new.status <> old.status'],
  ['proposal', 'update', 'new.state <> old.state'],
  ['decision', 'insert', 'true'],
  ['decision', 'update', 'new.state <> old.state'],
  ['consultation', 'update', 'new.state <> old.state or new.ends_on <> old.ends_on'],
] as const;

const mark = (table: string, event: string, when: string): string => `
  create constraint trigger marks_${event} after ${event} on ${table} deferrable initially deferred
    for each row when (${when}) execute function mark_agreements();`;
