import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited } from './support/audited.js';
import { inPacts } from './support/in-pacts.js';
import { FINDINGS, TRAIL_OF_FINDINGS } from './0023/findings.js';
import { STAKEHOLDERS, TRAIL_OF_STAKEHOLDERS } from './0023/stakeholders.js';
import { TRAIL_OF_TREES, TREES } from './0023/trees.js';

const ENTITY = { pact: 'pact_id', key: 'id' };

/** The trail follows each of the tables but the counter of the trees. */
const TRAIL = { ...TRAIL_OF_TREES, ...TRAIL_OF_FINDINGS, ...TRAIL_OF_STAKEHOLDERS };

const COMMITMENT_BEFORE = `promisor_member_id, title, resource_kind, quantity, unit, competence, starts_on, ends_on,
  conditional_on_commitment_id, state, revision, pact_agreed_at, delivered, confirmed, disputed, fulfilled_on,
  transferred_from_commitment_id, version`;

/** Why a pact is made: problems, objectives, what is expected, what was found in the territory, and who has a stake. */
export class Agenda1760000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TREES + FINDINGS + STAKEHOLDERS + inPacts('agenda_tree'));
    for (const [table, columns] of Object.entries(TRAIL)) {
      await runner.query(inPacts(table) + audited(table, columns));
    }
    await runner.query(`
      alter table commitment add column objective_id uuid;
      alter table commitment add constraint commitment_objective_fk
        foreign key (pact_id, objective_id) references objective (pact_id, id);
      create index commitment_objective_ix on commitment (pact_id, objective_id) where objective_id is not null;
      drop trigger audited on commitment;
      ${audited('commitment', { ...ENTITY, told: `${COMMITMENT_BEFORE}, objective_id` })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      set constraints all immediate;
      drop trigger audited on commitment;
      drop index commitment_objective_ix;
      alter table commitment drop constraint commitment_objective_fk, drop column objective_id;
      ${audited('commitment', { ...ENTITY, told: COMMITMENT_BEFORE })}
      drop table ${Object.keys(TRAIL).join(', ')}, agenda_tree;
    `);
  }
}
