import { Injectable } from '@nestjs/common';
import { Database, type FieldError } from '#platform';
import { IndicatorCodes } from './indicator-codes.js';
import type { KnownTerms } from './measures.queries.js';
import type { Links } from './measures.store.js';

interface Found {
  readonly unit: boolean;
  readonly pillar: boolean;
  readonly result: boolean;
  /** The pillar that expects the result. */
  readonly pillarOfResult: string | null;
  /** Places in the list that name nothing of this pact. */
  readonly objectives: readonly number[];
  readonly cells: readonly number[];
}

const FIND = `select
  $2::uuid is null or exists (
    select from actor_unit u join membership m on m.actor_id = u.actor_id
    where u.id = $2 and m.pact_id = $1 and m.state <> 'withdrawn') as unit,
  $3::uuid is null or exists (select from pillar where pact_id = $1 and id = $3) as pillar,
  $4::uuid is null or exists (select from expected_result where pact_id = $1 and id = $4) as result,
  (select pillar_id from expected_result where pact_id = $1 and id = $4) as "pillarOfResult",
  array(
    select (place - 1)::int from unnest($5::uuid[]) with ordinality as wanted (id, place)
    where not exists (select from objective o where o.pact_id = $1 and o.id = wanted.id) order by place
  ) as objectives,
  array(
    select (place - 1)::int from unnest($6::text[], $7::text[]) with ordinality as wanted (grid, cell, place)
    where not exists (
      select from grid g join grid_cell c on c.pact_id = g.pact_id and c.grid_id = g.id
      where g.pact_id = $1 and g.code = wanted.grid and c.address = wanted.cell) order by place
  ) as cells`;

/** Whether what a measure refers to is there, in this pact. */
@Injectable()
export class MeasureReferences {
  constructor(
    private readonly database: Database,
    private readonly indicators: IndicatorCodes,
  ) {}

  /** What is not, and the cells that no grid has. */
  async faultsOf(pactId: string, terms: KnownTerms, links: Links) {
    const { objectiveIds = [], cells = [] } = links;
    const [found] = await this.database
      .in(pactId)
      .query<Found>(FIND, [
        pactId,
        terms.responsibleUnitId,
        terms.pillarId,
        terms.expectedResultId,
        objectiveIds,
        cells.map(({ grid }) => grid),
        cells.map(({ cell }) => cell),
      ]);
    if (found === undefined) throw new Error('a statement of one row gives one');
    return {
      faults: [
        ...faultsOfTerms(terms, found),
        ...found.objectives.map((place) => fault(`/objectiveIds/${place}`, 'unknown-objective', 'objective')),
        ...this.faultsOfIndicators(links),
      ],
      cellFaults: found.cells.map((place) => ({
        pointer: `/cells/${place}`,
        code: 'unknown-cell',
        detail: 'The pact has no grid with this code, or the grid no cell at this address.',
      })),
    };
  }

  private faultsOfIndicators({ indicators = [] }: Links): FieldError[] {
    const known = new Set(this.indicators.codes);
    const detail = 'The catalogue has no indicator with this code.';
    return indicators.flatMap((code, place) =>
      known.has(code) ? [] : [{ pointer: `/indicators/${place}`, code: 'unknown-value', detail }],
    );
  }
}

const fault = (pointer: string, code: string, thing: string): FieldError => ({
  pointer,
  code,
  detail: `The pact has no ${thing} with this id.`,
});

function faultsOfTerms({ pillarId }: KnownTerms, found: Found): FieldError[] {
  const faults: FieldError[] = [];
  if (!found.unit) {
    const detail = 'No actor that is a member of the pact has a unit with this id.';
    faults.push({ pointer: '/responsibleUnitId', code: 'unknown-unit', detail });
  }
  if (!found.pillar) faults.push(fault('/pillarId', 'unknown-pillar', 'pillar'));
  if (!found.result) faults.push(fault('/expectedResultId', 'unknown-result', 'expected result'));
  if (pillarId !== null && found.pillarOfResult !== null && found.pillarOfResult !== pillarId) {
    const detail = 'Another pillar expects this result.';
    faults.push({ pointer: '/expectedResultId', code: 'other-pillar', detail });
  }
  return faults;
}
