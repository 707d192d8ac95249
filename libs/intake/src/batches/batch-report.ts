import type { FieldError } from '#platform';

export type Outcome = 'created' | 'updated' | 'unchanged' | 'deleted' | 'rejected';

/** What became of one row. */
export interface RowResult {
  readonly index: number;
  readonly externalId?: string;
  readonly outcome: Outcome;
  readonly id?: string;
  readonly errors?: readonly FieldError[];
  readonly warnings?: readonly FieldError[];
}

export type Counts = Record<'received' | Outcome, number>;

/** Up to so many rows an answer tells all results, beyond it the rejected ones, and of those the first. */
export const ALL_RESULTS_UP_TO = 1_000;
export const REJECTED_TOLD = 10_000;

/** What became of the rows of one batch, as far as an answer tells it: never more than a bounded part. */
export class BatchReport {
  readonly counts: Counts = { received: 0, created: 0, updated: 0, unchanged: 0, deleted: 0, rejected: 0 };
  private all: RowResult[] = [];
  private readonly rejected: RowResult[] = [];

  add(results: readonly RowResult[]): void {
    for (const result of results) {
      this.counts[result.outcome] += 1;
      if (result.outcome === 'rejected' && this.rejected.length < REJECTED_TOLD) this.rejected.push(result);
    }
    this.counts.received += results.length;
    if (this.counts.received <= ALL_RESULTS_UP_TO) this.all.push(...results);
    else this.all = [];
  }

  get status(): 'succeeded' | 'partial' | 'failed' {
    const { rejected, received } = this.counts;
    if (rejected === 0) return 'succeeded';
    return rejected === received ? 'failed' : 'partial';
  }

  get results(): readonly RowResult[] {
    return this.counts.received <= ALL_RESULTS_UP_TO ? this.all : this.rejected;
  }

  /** The same when nothing is stored after all: what was not rejected is as it was. */
  refused(): { counts: Counts; results: RowResult[] } {
    const { received, rejected } = this.counts;
    const counts = { received, created: 0, updated: 0, unchanged: received - rejected, deleted: 0, rejected };
    return { counts, results: this.results.map(undone) };
  }
}

export function undone(result: RowResult): RowResult {
  if (result.outcome === 'rejected') return result;
  return { index: result.index, externalId: result.externalId, outcome: 'unchanged' };
}

/** How many rows were rejected, and of how many each code is among the reasons. */
export function rejectionsIn(results: readonly RowResult[]): {
  rejected: number;
  byCode: Record<string, number>;
} {
  const rejected = results.filter(({ outcome }) => outcome === 'rejected');
  const byCode: Record<string, number> = {};
  for (const { errors = [] } of rejected) {
    for (const code of new Set(errors.map((error) => error.code))) byCode[code] = (byCode[code] ?? 0) + 1;
  }
  return { rejected: rejected.length, byCode };
}

/** One JSON text a line. Written by hand for the common case: there may be hundreds of thousands. */
export function resultLine(result: RowResult): string {
  if (result.errors || result.warnings || !result.id) return JSON.stringify(result);
  const { index, externalId, outcome, id } = result;
  return `{"index":${index},"externalId":${JSON.stringify(externalId)},"outcome":"${outcome}","id":"${id}"}`;
}
