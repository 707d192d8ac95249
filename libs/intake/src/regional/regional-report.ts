import {
  ALL_RESULTS_UP_TO,
  REJECTED_TOLD,
  type BatchReport,
  type Outcome,
  type RowResult,
} from '../batches/batch-report.js';
import type { ReadRow } from '../rows/row.js';

/** A row by its place alone: its name would tell of a person whom no pact may know. */
export interface RegionalResult extends Pick<RowResult, 'index' | 'errors' | 'warnings'> {
  readonly outcome: Outcome | 'unmatched';
}

type Counts = Record<'received' | RegionalResult['outcome'], number>;

/** What became of a row that became different things in different pacts: the first of these. */
const PRECEDENCE: readonly Outcome[] = ['rejected', 'created', 'updated', 'deleted', 'unchanged'];

const isStronger = (a: RowResult, b: RowResult): boolean =>
  PRECEDENCE.indexOf(a.outcome) < PRECEDENCE.indexOf(b.outcome);

/** The rows of one chunk, from what became of them in each pact; who is in none has no result. */
export function combined(
  rows: readonly ReadRow[],
  inPacts: Iterable<readonly RowResult[]>,
): RegionalResult[] {
  const strongest = new Map<number, RowResult>();
  for (const results of inPacts) {
    for (const result of results) {
      const former = strongest.get(result.index);
      if (former === undefined || isStronger(result, former)) strongest.set(result.index, result);
    }
  }
  return rows.map(({ index }) => {
    const { outcome, errors, warnings } = strongest.get(index) ?? { outcome: 'unmatched' as const };
    return { index, outcome, ...(errors && { errors }), ...(warnings && { warnings }) };
  });
}

/** What became of a batch for many pacts; like a `BatchReport`, it tells a bounded part of the rows. */
export class RegionalReport {
  readonly counts: Counts = {
    received: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    deleted: 0,
    rejected: 0,
    unmatched: 0,
  };
  readonly shares = new Map<string, { readonly batchId: string; readonly report: BatchReport }>();
  private all: RegionalResult[] = [];
  private readonly rejected: RegionalResult[] = [];

  add(results: readonly RegionalResult[]): void {
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

  get results(): readonly RegionalResult[] {
    return this.counts.received <= ALL_RESULTS_UP_TO ? this.all : this.rejected;
  }

  /** The pacts that rows concerned, each with its own batch. */
  get pacts(): object[] {
    return [...this.shares].map(([pactId, { batchId, report }]) => ({
      pactId,
      batchId,
      counts: report.counts,
    }));
  }
}
