import { Injectable } from '@nestjs/common';
import { NULL_CELL } from '#pathways';
import type { ActorReference } from '../kinds/define-kind.js';
import type { FitRow } from '../rows/row.js';
import { BatchesQueries } from './batches.queries.js';

/** Finds the references to actors that do not exist. */
@Injectable()
export class ActorCheck {
  constructor(private readonly queries: BatchesQueries) {}

  /** The pointer of the first such reference of each row that has one. Actors that are found stay until the commit. */
  async missing(rows: readonly FitRow[]): Promise<ReadonlyMap<FitRow, string>> {
    const referring = rows.filter((row) =>
      row.kind.actorReferences.some((reference) => named(row, reference)),
    );
    if (referring.length === 0) return new Map();
    const ids = referring.flatMap((row) =>
      row.kind.actorReferences.map((reference) => named(row, reference)),
    );
    const known = await this.queries.knownActors([...new Set(ids.filter((id) => id !== undefined))]);
    const isMissing = (id: string | undefined): boolean => id !== undefined && !known.has(id);
    return new Map(
      referring.flatMap((row) => {
        const reference = row.kind.actorReferences.find((one) => isMissing(named(row, one)));
        return reference ? [[row, reference.pointer] as const] : [];
      }),
    );
  }
}

function named(row: FitRow, { cell }: ActorReference): string | undefined {
  const id = row.cells.split('\t')[cell];
  return id === NULL_CELL ? undefined : id;
}
