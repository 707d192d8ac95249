import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Database } from '#platform';
import type { PlaceInGrid } from './measure.dto.js';
import type { MeasureState } from './measure.rules.js';
import type { KnownTerms } from './measures.queries.js';

/** What a measure is linked to; what is left out stays as it is. */
export interface Links {
  readonly objectiveIds?: readonly string[];
  readonly indicators?: readonly string[];
  readonly cells?: readonly PlaceInGrid[];
}

export interface MeasureMove {
  readonly from: MeasureState;
  readonly to: MeasureState;
  readonly reason?: string;
  readonly decisionId?: string;
  readonly madeBy: string;
}

/** Every write to a measure; the rules have been asked before. */
@Injectable()
export class MeasuresStore {
  constructor(private readonly database: Database) {}

  async insert(pactId: string, id: string, code: string, terms: KnownTerms): Promise<void> {
    await this.database.in(pactId).query(
      `insert into measure (pact_id, id, code, title_it, title_en, description, pillar_id, expected_result_id,
         starts_on, ends_on, duration_months, budget_cents, responsible_unit_id, instrument, target_groups)
       values ($1, $2, $15, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [pactId, id, ...valuesOf(terms), code],
    );
  }

  async replace(pactId: string, id: string, terms: KnownTerms): Promise<void> {
    await this.database.in(pactId).query(
      `update measure set title_it = $3, title_en = $4, description = $5, pillar_id = $6, expected_result_id = $7,
         starts_on = $8, ends_on = $9, duration_months = $10, budget_cents = $11, responsible_unit_id = $12,
         instrument = $13, target_groups = $14, version = version + 1, updated_at = now()
       where pact_id = $1 and id = $2`,
      [pactId, id, ...valuesOf(terms)],
    );
  }

  /** Takes away and adds what is different, so that the audit trail tells just that. */
  async link(pactId: string, id: string, { objectiveIds, indicators, cells }: Links): Promise<void> {
    if (objectiveIds) await this.replaceLinks(pactId, id, 'objective_id', objectiveIds);
    if (indicators) await this.replaceLinks(pactId, id, 'indicator', indicators);
    if (cells) await this.replaceLinks(pactId, id, 'cell_id', await this.cellIds(pactId, cells));
  }

  async move(pactId: string, id: string, move: MeasureMove): Promise<void> {
    const { from, to, reason, decisionId, madeBy } = move;
    await this.database.in(pactId).query(
      `with moved as (
         update measure set state = $4, version = version + 1, updated_at = now()
         where pact_id = $1 and id = $2 returning id)
       insert into measure_transition (pact_id, id, measure_id, from_state, to_state, reason, decision_id, made_by)
       select $1, $3, id, $5, $4, $6, $7, $8 from moved`,
      [pactId, id, uuidv7(), to, from, reason ?? null, decisionId ?? null, madeBy],
    );
  }

  /** What is told with a measure has changed, though none of its own terms. */
  async touch(pactId: string, id: string): Promise<void> {
    await this.database
      .in(pactId)
      .query(`update measure set version = version + 1, updated_at = now() where pact_id = $1 and id = $2`, [
        pactId,
        id,
      ]);
  }

  private async cellIds(pactId: string, cells: readonly PlaceInGrid[]): Promise<string[]> {
    const rows = await this.database.in(pactId).query<{ id: string }>(
      `select c.id from unnest($2::text[], $3::text[]) as wanted (grid, cell)
         join grid g on g.pact_id = $1 and g.code = wanted.grid
         join grid_cell c on c.pact_id = $1 and c.grid_id = g.id and c.address = wanted.cell`,
      [pactId, cells.map(({ grid }) => grid), cells.map(({ cell }) => cell)],
    );
    return rows.map(({ id }) => id);
  }

  private async replaceLinks(
    pactId: string,
    id: string,
    column: keyof typeof LINK_TABLES,
    values: readonly string[],
  ): Promise<void> {
    const { table, type } = LINK_TABLES[column];
    await this.database.in(pactId).query(
      `with gone as (
         delete from ${table} where pact_id = $1 and measure_id = $2 and ${column} <> all($3::${type}[]))
       insert into ${table} (pact_id, measure_id, ${column}) select $1, $2, unnest($3::${type}[])
       on conflict do nothing`,
      [pactId, id, values],
    );
  }
}

const LINK_TABLES = {
  objective_id: { table: 'measure_objective', type: 'uuid' },
  indicator: { table: 'measure_indicator', type: 'text' },
  cell_id: { table: 'measure_cell', type: 'uuid' },
} as const;

const valuesOf = (terms: KnownTerms): unknown[] => [
  terms.titleIt,
  terms.titleEn,
  terms.description,
  terms.pillarId,
  terms.expectedResultId,
  terms.startsOn,
  terms.endsOn,
  terms.durationMonths,
  terms.budgetCents,
  terms.responsibleUnitId,
  terms.instrument,
  terms.targetGroups,
];
