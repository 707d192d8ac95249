import { Flag, Instant, NestedList, Nested, OneOf, PageQuery, Text, Uuid, Whole } from '#platform';
import { DELIMITERS, type Delimiter } from '../formats/csv/delimiter.js';
import { KINDS } from '../kinds/index.js';
import { EXTERNAL_ID_LENGTH } from '../kinds/head-fields.js';
import { ERRORS_TOLD } from '../rows/row-reader.js';
import { REJECTED_TOLD } from './batch-report.js';
import { SOURCE_FORM, SOURCE_LENGTH } from '../sources/source.js';

export const MODES = ['partial', 'atomic'] as const;
const STATUSES = ['queued', 'running', 'succeeded', 'partial', 'failed', 'cancelled'] as const;
export const OUTCOMES = ['created', 'updated', 'unchanged', 'deleted', 'rejected'] as const;
export const MOST_ROWS = 2_000_000_000;

export class BatchPushQuery {
  @OneOf(MODES, {
    optional: true,
    description: '`partial` (default): every row that fits is stored. `atomic`: all rows or none.',
  })
  mode?: (typeof MODES)[number];

  @Flag({ optional: true, description: 'Tell what would become of each row, and store nothing.' })
  dryRun?: boolean;

  @Text({
    max: SOURCE_LENGTH,
    pattern: SOURCE_FORM,
    optional: true,
    description:
      "The source the rows come from, for formats that cannot name it; the key's own when left out.",
  })
  source?: string;

  @OneOf(KINDS.map(({ kind }) => kind), {
    optional: true,
    description: 'The kind of the records in a table (`text/csv`), which must be told there.',
  })
  kind?: string;

  @OneOf(Object.keys(DELIMITERS), {
    optional: true,
    description: 'What stands between the cells of a table; seen in its header when left out.',
  })
  delimiter?: Delimiter;

  @OneOf(['iso', 'it'], {
    optional: true,
    description: 'How a table writes days: `iso` (default) 2026-03-31, `it` 31/03/2026.',
  })
  dates?: 'iso' | 'it';

  @OneOf(['point', 'comma'], {
    optional: true,
    description: 'How a table writes decimals; `point` by default.',
  })
  decimals?: 'point' | 'comma';

  @OneOf(['unilav'], {
    optional: true,
    description:
      'What an XML document (`application/xml`) holds, which must be told there: mandatory communications.',
  })
  profile?: 'unilav';
}

export class BatchListQuery extends PageQuery {
  @Text({ max: SOURCE_LENGTH, pattern: SOURCE_FORM, optional: true })
  source?: string;

  @OneOf(STATUSES, { optional: true })
  status?: string;
}

export class BatchCounts {
  @Whole({ min: 0, max: MOST_ROWS, description: 'The sum of the others, always.' })
  received: number;

  @Whole({ min: 0, max: MOST_ROWS })
  created: number;

  @Whole({ min: 0, max: MOST_ROWS })
  updated: number;

  @Whole({ min: 0, max: MOST_ROWS })
  unchanged: number;

  @Whole({ min: 0, max: MOST_ROWS })
  deleted: number;

  @Whole({ min: 0, max: MOST_ROWS })
  rejected: number;
}

/** Of a batch that was answered with 202 there are rows that wait. */
class WaitingCounts extends BatchCounts {
  @Whole({
    min: 0,
    max: MOST_ROWS,
    optional: true,
    description:
      'Of a batch that was answered with 202: rows that wait. Those of a batch that was cancelled or failed were left.',
  })
  pending?: number;
}

class BatchProgress {
  @Whole({ min: 0, max: MOST_ROWS })
  processed: number;

  @Whole({ min: 0, max: MOST_ROWS })
  received: number;
}

export class RowRemark {
  @Text({ max: 200, min: 0, description: 'JSON pointer into the row; empty for the row as a whole.' })
  pointer: string;

  @Text({ max: 100 })
  code: string;

  @Text({ max: 1_000, description: 'Never repeats what was sent.' })
  detail: string;

  @Text({ max: 100, optional: true, description: 'The column, of a row of a table.' })
  column?: string;

  @Text({ max: 200, optional: true, description: 'The element or attribute, of a communication in XML.' })
  element?: string;
}

export class RowResultAnswer {
  @Whole({
    min: 0,
    max: MOST_ROWS,
    description: 'Place of the row in the batch, from 0; blank lines do not count.',
  })
  index: number;

  @Text({
    max: EXTERNAL_ID_LENGTH,
    optional: true,
    description: 'Absent when it could not be read, or is an identifier.',
  })
  externalId?: string;

  @OneOf(OUTCOMES)
  outcome: string;

  @Uuid({ optional: true, description: 'The record as it is stored.' })
  id?: string;

  @NestedList(() => RowRemark, { maxItems: ERRORS_TOLD, optional: true })
  errors?: RowRemark[];

  @NestedList(() => RowRemark, { maxItems: ERRORS_TOLD, optional: true })
  warnings?: RowRemark[];
}

class Recomputation {
  @Uuid({ nullable: true, description: 'The monitoring run that takes the rows up, once there is one.' })
  runId: string | null;
}

export class BatchSummary {
  @Uuid({ description: 'A dry run that is answered at once is not kept under its id.' })
  id: string;

  @Text({ max: SOURCE_LENGTH })
  source: string;

  @OneOf(STATUSES, {
    description:
      '`failed`: no row was stored, or not all of them could be tried; then `problem` says why and `counts` what was.',
  })
  status: string;

  @OneOf(MODES)
  mode: string;

  @Flag()
  dryRun: boolean;

  @Instant()
  receivedAt: string;

  @Nested(() => WaitingCounts)
  counts: WaitingCounts;

  @Nested(() => Recomputation)
  recomputation: Recomputation;

  @Nested(() => BatchProgress, { optional: true, description: 'Of a batch that was answered with 202.' })
  progress?: BatchProgress;

  @Text({ max: 60, optional: true, description: 'Why the batch could not be finished, as a code.' })
  problem?: string;
}

export class BatchAnswer extends BatchSummary {
  @NestedList(() => RowResultAnswer, {
    maxItems: REJECTED_TOLD,
    description:
      'In the order of the rows, as far as they have been done. Of more than 1,000 rows only the rejected ones; all are at `results`.',
  })
  results: RowResultAnswer[];
}
