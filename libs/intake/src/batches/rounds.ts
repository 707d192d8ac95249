import type { FitRow } from '../rows/row.js';

/** How often one record may stand in a chunk: each time again is a statement of its own. */
export const MAX_ROUNDS = 100;

interface Rounds {
  /** In each round no record stands twice, and records ascend; so batches that meet never wait for each other. */
  readonly inOrder: FitRow[][];
  readonly tooMany: FitRow[];
}

/** What is said of one record again comes a round later: rows of one record take effect in their order. */
export function rounds(rows: readonly FitRow[]): Rounds {
  const seen = new Map<string, number>();
  const inOrder: FitRow[][] = [];
  const tooMany: FitRow[] = [];
  for (const row of rows) {
    const round = seen.get(row.externalId) ?? 0;
    seen.set(row.externalId, round + 1);
    if (round < MAX_ROUNDS) (inOrder[round] ??= []).push(row);
    else tooMany.push(row);
  }
  for (const round of inOrder) round.sort(byExternalId);
  return { inOrder, tooMany };
}

const byExternalId = (a: FitRow, b: FitRow): number => (a.externalId < b.externalId ? -1 : 1);
