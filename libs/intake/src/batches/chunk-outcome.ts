import type { Written } from '#pathways';
import type { FieldError } from '#platform';
import { isFit, type FitRow, type ReadRow } from '../rows/row.js';
import type { RowResult } from './batch-report.js';

const OLDER: FieldError = {
  pointer: '/confirmedOn',
  code: 'older-than-stored',
  detail: 'What is stored was confirmed on a later day, and was kept.',
};
const NEVER_KNOWN: FieldError = {
  pointer: '/externalId',
  code: 'unknown-record',
  detail: 'No such record was known. That it is withdrawn has been noted.',
};

/** What becomes of a chunk's rows, in their order, and whose records change. */
export class ChunkOutcome {
  readonly touched = new Set<string>();
  /** By the distance from the first; rows that have gone elsewhere leave gaps. */
  private readonly placed: RowResult[] = [];
  private readonly first: number;

  constructor(rows: readonly ReadRow[]) {
    this.first = rows[0]?.index ?? 0;
    this.placed.length = rows.length;
    for (const row of rows)
      if (!isFit(row)) this.placed[row.index - this.first] = { ...row, outcome: 'rejected' };
  }

  get results(): RowResult[] {
    return this.placed.filter((result) => result !== undefined);
  }

  reject({ index, externalId }: FitRow, error: FieldError): void {
    this.placed[index - this.first] = { index, externalId, outcome: 'rejected', errors: [error] };
  }

  /** Where the name that its source gives the record would tell of the person. */
  rejectUnnamed({ index }: FitRow, error: FieldError): void {
    this.placed[index - this.first] = { index, outcome: 'rejected', errors: [error] };
  }

  /** People who were taken for new have turned out to be known. */
  replace(participants: ReadonlyMap<string, string>): void {
    for (const [former, present] of participants) if (this.touched.delete(former)) this.touched.add(present);
  }

  touch(participants: readonly string[]): void {
    for (const id of participants) this.touched.add(id);
  }

  settle(row: FitRow, participantId: string | undefined, written: Written): void {
    this.placed[row.index - this.first] = resultOf(row, written);
    if (written.verdict === 'unchanged' || written.verdict === 'older') return;
    if (participantId !== undefined) this.touched.add(participantId);
    if (written.formerParticipantId !== undefined) this.touched.add(written.formerParticipantId);
  }
}

function resultOf({ index, externalId, deleted }: FitRow, { verdict, id }: Written): RowResult {
  if (verdict === 'older') return { index, externalId, outcome: 'unchanged', id, warnings: [OLDER] };
  if (verdict !== 'created' || !deleted) return { index, externalId, outcome: verdict, id };
  return { index, externalId, outcome: 'deleted', id, warnings: [NEVER_KNOWN] };
}
