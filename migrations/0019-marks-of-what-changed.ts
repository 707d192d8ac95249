import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What changes, marks what has to be counted again: records mark the people, agreements mark the agreements. A mark is
 * held until its transaction ends, so that no computation takes it off without seeing what it stands for; those that
 * the database makes itself are made last of all, like the audit trail.
 */
export class MarksOfWhatChanged1760000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table recomputation_due add subjects text[] not null default '{people,agreements}',
        add constraint recomputation_due_subjects_ck check (subjects <@ '{people,agreements}' and subjects <> '{}');

      create function mark_due(pact uuid, changed text[]) returns void language sql as $$
        insert into recomputation_due as due (pact_id, subjects) values (pact, changed)
        on conflict (pact_id) do update set subjects = array(
          select distinct unnest(due.subjects || excluded.subjects) order by 1)
      $$;

      create function mark_agreements() returns trigger language plpgsql as $$
      begin
        perform mark_due(new.pact_id, '{agreements}');
        return null;
      end $$;

      ${mark('commitment', 'insert', `new.state not in ('draft', 'proposed')`)}
      ${mark('commitment', 'update', CHANGED)}
      ${mark('delivery', 'insert', 'new.corrects_delivery_id is not null')}
      ${mark('delivery_verdict', 'insert', 'true')}
      ${mark('signature', 'insert', 'true')}
      ${mark('membership', 'update', 'new.withdrawn_on is distinct from old.withdrawn_on')}

      alter table monitoring_run
        add subjects text[],
        add rebuild boolean not null default false,
        drop constraint monitoring_run_trigger_ck,
        add constraint monitoring_run_trigger_ck check (trigger in ('request', 'schedule', 'intake', 'change'));
      alter table indicator_state add computed jsonb not null default '{}';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table indicator_state drop computed;
      alter table monitoring_run
        drop constraint monitoring_run_trigger_ck,
        drop rebuild,
        drop subjects;
      update monitoring_run set trigger = 'intake' where trigger = 'change';
      alter table monitoring_run add constraint monitoring_run_trigger_ck
        check (trigger in ('request', 'schedule', 'intake'));
      ${MARKED.map(([table, event]) => `drop trigger marks_${event} on ${table};`).join('\n')}
      drop function mark_agreements(), mark_due(uuid, text[]);
      alter table recomputation_due drop constraint recomputation_due_subjects_ck, drop subjects;
    `);
  }
}

const MARKED = [
  ['commitment', 'insert'],
  ['commitment', 'update'],
  ['delivery', 'insert'],
  ['delivery_verdict', 'insert'],
  ['signature', 'insert'],
  ['membership', 'update'],
] as const;

/** What nobody has agreed to yet is not counted, and neither is a new title. */
const CHANGED = `not (new.state in ('draft', 'proposed') and old.state in ('draft', 'proposed'))
  and (new.state, new.starts_on, new.ends_on, new.resource_kind, new.quantity, new.unit, new.promisor_member_id)
    is distinct from
    (old.state, old.starts_on, old.ends_on, old.resource_kind, old.quantity, old.unit, old.promisor_member_id)`;

function mark(table: string, event: 'insert' | 'update', when: string): string {
  return `
    create constraint trigger marks_${event} after ${event} on ${table} deferrable initially deferred
      for each row when (${when}) execute function mark_agreements();`;
}
