import { Injectable } from '@nestjs/common';
import { ParticipantsService, RecordsStore } from '#pathways';
import { Database } from '#platform';
import { rounds } from '../batches/rounds.js';
import { KINDS } from '../kinds/index.js';
import type { FitRow } from '../rows/row.js';

/** Which rows concern which pact; in the order of the rows. */
export type Routes = ReadonlyMap<string, readonly FitRow[]>;

const nameOf = ({ kind, externalId }: FitRow): string => `${kind.kind} ${externalId}`;

/**
 * A row concerns every pact in which its person has a pathway. A withdrawal, which names nobody, concerns the pacts that
 * have the record. A few look-ups for all rows: one for who they are, and in each pact, because of row-level security,
 * one for people and one for records.
 */
@Injectable()
export class Router {
  constructor(
    private readonly database: Database,
    private readonly participants: ParticipantsService,
    private readonly records: RecordsStore,
  ) {}

  /** Part of a transaction of the caller. */
  async route(pactIds: readonly string[], source: string, rows: readonly FitRow[]): Promise<Routes> {
    const pseudonyms = rows.map(({ pseudonym }) => pseudonym).filter((each) => each !== undefined);
    const people = await this.participants.identify(new Set(pseudonyms));
    const idOf = ({ pseudonym }: FitRow): string =>
      (pseudonym === undefined ? undefined : people.get(pseudonym)) ?? '';
    const withdrawn = rows.filter(({ deleted }) => deleted);
    const routes = await this.database.inEach(pactIds, async ({ pactId }) => {
      const present = await this.participants.withPathway(pactId, people.values());
      const known = await this.known(pactId, source, withdrawn);
      const concerns = (row: FitRow): boolean =>
        row.deleted ? known.has(nameOf(row)) : present.has(idOf(row));
      return [pactId, concerning(rows, concerns, known)] as const;
    });
    return new Map(routes.filter(([, concerned]) => concerned.length > 0));
  }

  /** The records among these that the pact has. */
  private async known(pactId: string, source: string, rows: readonly FitRow[]): Promise<Set<string>> {
    const known = new Set<string>();
    for (const kind of KINDS) {
      const [distinct = []] = rounds(rows.filter((row) => row.kind === kind)).inOrder;
      if (distinct.length === 0) continue;
      const found = await this.records.find({ pactId, source, batchId: '' }, kind.table, distinct);
      for (const row of found.keys()) known.add(nameOf(row));
    }
    return known;
  }
}

/** What a row adds, a later one may withdraw. */
function concerning(
  rows: readonly FitRow[],
  concerns: (row: FitRow) => boolean,
  known: Set<string>,
): FitRow[] {
  return rows.filter((row) => {
    if (!concerns(row)) return false;
    known.add(nameOf(row));
    return true;
  });
}
