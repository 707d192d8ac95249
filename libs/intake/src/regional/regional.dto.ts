import { Flag, Instant, Nested, NestedList, OneOf, Text, Uuid, Whole } from '#platform';
import { BatchCounts, MODES, MOST_ROWS, OUTCOMES, RowRemark } from '../batches/batch.dto.js';
import { REJECTED_TOLD } from '../batches/batch-report.js';
import { SOURCE_LENGTH } from '../sources/source.js';
import { ERRORS_TOLD } from '../rows/row-reader.js';

const MOST_PACTS = 10_000;

class RegionalCounts extends BatchCounts {
  @Whole({
    min: 0,
    max: MOST_ROWS,
    description: 'Rows about people who have no pathway in any of the pacts. Nothing of them is kept.',
  })
  unmatched: number;
}

class RegionalShare {
  @Uuid()
  pactId: string;

  @Uuid({ description: 'The batch of the pact; its rows have the same `index` as here.' })
  batchId: string;

  @Nested(() => BatchCounts)
  counts: BatchCounts;
}

export class RegionalRowAnswer {
  @Whole({ min: 0, max: MOST_ROWS, description: 'Place of the row in the batch, from 0.' })
  index: number;

  @OneOf([...OUTCOMES, 'unmatched'], {
    description:
      'Of different outcomes in different pacts the first of `rejected`, `created`, `updated`, `deleted`, `unchanged`.',
  })
  outcome: string;

  @NestedList(() => RowRemark, { maxItems: ERRORS_TOLD, optional: true })
  errors?: RowRemark[];

  @NestedList(() => RowRemark, { maxItems: ERRORS_TOLD, optional: true })
  warnings?: RowRemark[];
}

export class RegionalBatchSummary {
  @Uuid({ description: 'A dry run is not kept under its id.' })
  id: string;

  @Text({ max: SOURCE_LENGTH })
  source: string;

  @OneOf(['succeeded', 'partial', 'failed'], { description: '`failed`: no row fits.' })
  status: string;

  @OneOf(MODES)
  mode: string;

  @Flag()
  dryRun: boolean;

  @Instant()
  receivedAt: string;

  @Nested(() => RegionalCounts)
  counts: RegionalCounts;

  @NestedList(() => RegionalShare, { maxItems: MOST_PACTS, description: 'The pacts that rows went to.' })
  pacts: RegionalShare[];
}

export class RegionalBatchAnswer extends RegionalBatchSummary {
  @NestedList(() => RegionalRowAnswer, {
    maxItems: REJECTED_TOLD,
    description:
      'In the order of the rows. Of more than 1,000 rows only the rejected ones; all are at `results`.',
  })
  results: RegionalRowAnswer[];
}
