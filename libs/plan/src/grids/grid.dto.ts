import { Decimal, Flag, Instant, Nested, NestedList, PageQuery, Text, Uuid, Whole } from '#platform';
import { Code, Title, TitlePatch } from '../titles.js';
import { MOST_CELLS } from './grid.rules.js';

const DIMENSIONS = {
  minItems: 1,
  maxItems: 8,
  description: `In the order in which addresses name them; at most ${MOST_CELLS} cells in all.`,
};
const ENTRIES = { minItems: 1, maxItems: 100 };
const CELLS = { min: 0, max: MOST_CELLS };

export class GridEntry {
  @Code({ example: 'third_sector' })
  code: string;

  @Nested(() => Title)
  title: Title;
}

export class GridDimension extends GridEntry {
  @NestedList(() => GridEntry, ENTRIES)
  entries: GridEntry[];
}

export class GridRequest {
  @Code({ description: 'Stable in the pact; measures name it.' })
  code: string;

  @Nested(() => Title)
  title: Title;

  @NestedList(() => GridDimension, DIMENSIONS)
  dimensions: GridDimension[];
}

export class GridPatch {
  @Nested(() => TitlePatch, { optional: true })
  title?: TitlePatch;
}

export class GridAnswer extends GridRequest {
  @Uuid()
  id: string;

  @Whole({ ...CELLS, description: 'How many its dimensions make.' })
  cellCount: number;

  @Whole({ min: 1, max: 999_999_999, description: 'Its ETag is this number in quotes.' })
  version: number;

  @Instant()
  createdAt: string;

  @Instant()
  updatedAt: string;
}

class MeasureInCell {
  @Uuid()
  id: string;

  @Code()
  code: string;
}

export class CellAnswer {
  @Text({ max: 500, description: 'Its address: one code of each dimension, in their order.' })
  cell: string;

  @NestedList(() => MeasureInCell, {
    maxItems: 10_000,
    description: 'The measures that sit in it and were not closed; none where nobody works on it.',
  })
  measures: MeasureInCell[];
}

export class CellListQuery extends PageQuery {
  @Flag({ optional: true, description: 'false: the empty cells alone.' })
  isCovered?: boolean;
}

class Covered {
  @Whole(CELLS)
  cells: number;

  @Whole(CELLS)
  covered: number;
}

class EntryCoverage extends Covered {
  @Code()
  code: string;
}

class DimensionCoverage {
  @Code()
  code: string;

  @NestedList(() => EntryCoverage, ENTRIES)
  entries: EntryCoverage[];
}

export class CoverageAnswer extends Covered {
  @Decimal({ min: 0, max: 1, digits: 6, description: 'Covered cells of all cells.' })
  share: number;

  @NestedList(() => DimensionCoverage, { minItems: 1, maxItems: 8 })
  dimensions: DimensionCoverage[];
}
