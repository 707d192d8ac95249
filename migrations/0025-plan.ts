import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNDING, VOUCHERS } from './0025/funding.js';
import { GRIDS } from './0025/grids.js';
import { MEASURES } from './0025/measures.js';
import { audited, type AuditedColumns } from './support/audited.js';
import { inPacts } from './support/in-pacts.js';

/**
 * What will be done and paid. Money is whole cents. A funding line repeats what its ledger adds up to, so that no
 * payment is let through by two that look at the same time: the sums are changed together with the entry, and a
 * constraint holds them. Progress, moves and expenditures are only ever added.
 */
export class Plan1760000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(MEASURES + FUNDING + VOUCHERS + GRIDS + COMMITMENTS);
    await runner.query(OF_PACTS.map((table) => inPacts(table)).join(''));
    await runner.query(ONLY_ADDED.map(onlyAdded).join(''));
    await runner.query(
      Object.entries(AUDITED)
        .map(([table, columns]) => audited(table, columns))
        .join(''),
    );
    await runner.query(MARKING.map(marking).join(''));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set constraints all immediate;
      drop trigger audited on commitment;
      alter table commitment drop constraint commitment_measure_fk, drop measure_id;
      ${audited('commitment', { ...OF_PACT, told: TOLD_OF_COMMITMENT })}
      drop table measure_cell, grid_cell, grid_dimension, grid, voucher, expenditure, funding_line,
        funding_call_allocation, funding_call, funding_programme, measure_progress, measure_transition,
        measure_indicator, measure_objective, measure, actor_unit;
    `);
  }
}

const COMMITMENTS = `
  alter table commitment add measure_id uuid,
    add constraint commitment_measure_fk foreign key (pact_id, measure_id) references measure (pact_id, id);
  create index commitment_measure_ix on commitment (pact_id, measure_id) where measure_id is not null;
  drop trigger audited on commitment;
`;

const OF_PACTS = [
  'measure',
  'measure_objective',
  'measure_indicator',
  'measure_transition',
  'measure_progress',
  'funding_line',
  'expenditure',
  'voucher',
  'grid',
  'grid_dimension',
  'grid_cell',
  'measure_cell',
];

const ONLY_ADDED = ['measure_transition', 'measure_progress', 'expenditure'];

const onlyAdded = (table: string): string => `
  create trigger ${table}_append_only before update or delete on ${table}
    for each row execute function refuse_change();
`;

const OF_PACT = { pact: 'pact_id', key: 'id' };

const TOLD_OF_COMMITMENT = `promisor_member_id, title, resource_kind, quantity, unit, competence, starts_on, ends_on,
  conditional_on_commitment_id, state, revision, pact_agreed_at, delivered, confirmed, disputed, fulfilled_on,
  transferred_from_commitment_id, version, objective_id`;

/** The cells of a grid follow from its dimensions, and make no entries of their own. */
const AUDITED: Readonly<Record<string, AuditedColumns>> = {
  commitment: { ...OF_PACT, told: `${TOLD_OF_COMMITMENT}, measure_id` },
  actor_unit: { key: 'id', told: 'actor_id, name, version' },
  measure: {
    ...OF_PACT,
    told: `code, title_it, title_en, pillar_id, expected_result_id, starts_on, ends_on, duration_months, budget_cents,
      responsible_unit_id, instrument, target_groups, state, version`,
    digested: 'description',
  },
  measure_objective: { pact: 'pact_id', key: 'measure_id, objective_id', told: '' },
  measure_indicator: { pact: 'pact_id', key: 'measure_id, indicator', told: '' },
  measure_cell: { pact: 'pact_id', key: 'measure_id, cell_id', told: '' },
  measure_transition: {
    ...OF_PACT,
    told: 'measure_id, from_state, to_state, decision_id, made_by, made_at',
    withheld: 'reason',
  },
  measure_progress: {
    ...OF_PACT,
    told: 'measure_id, on_day, done_share, recorded_by, recorded_at',
    withheld: 'note',
  },
  funding_programme: { key: 'id', told: 'code, kind, title_it, title_en, starts_on, ends_on, version' },
  funding_call: {
    key: 'id',
    told: 'programme_id, code, title_it, title_en, is_competitive, opens_on, closes_on, version',
  },
  funding_call_allocation: { key: 'call_id, territory', told: 'amount_cents' },
  funding_line: {
    ...OF_PACT,
    told: `measure_id, programme_id, call_id, amount_cents, starts_on, ends_on, spent_cents, overrun_cents, version`,
  },
  expenditure: {
    ...OF_PACT,
    told: `funding_line_id, kind, spent_on, amount_cents, corrects_expenditure_id, decision_id, recorded_by,
      recorded_at`,
    withheld: 'note',
  },
  voucher: {
    ...OF_PACT,
    told: 'measure_id, amount_cents, issued_on, expires_on, used_on, used_cents, version',
  },
  grid: { ...OF_PACT, told: 'code, title_it, title_en, version' },
  grid_dimension: { ...OF_PACT, told: 'grid_id, position, code, title_it, title_en, entries' },
};

/** What is planned and paid is counted like what was agreed. A change of a line's sums follows from its ledger. */
const MARKING = ['measure', 'measure_progress', 'funding_line', 'grid'];

const marking = (table: string): string => `
  create constraint trigger marks_change after insert or update on ${table} deferrable initially deferred
    for each row execute function mark_agreements();
`;
