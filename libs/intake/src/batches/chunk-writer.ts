import { Injectable } from '@nestjs/common';
import {
  ParticipantsService,
  RecordsMoved,
  RecordsStore,
  type RecordOrigin,
  type RecordTable,
  type Stored,
} from '#pathways';
import { Database, temporarilyUnavailable, type FieldError } from '#platform';
import { STORED_KINDS } from '../kinds/index.js';
import { EmploymentRelations } from '../relations/employment-relations.js';
import { isFit, type FitRow, type ReadRow } from '../rows/row.js';
import { ChunkOutcome } from './chunk-outcome.js';
import { EVERYBODY, pseudonymsOf, RowAdmission, type Admission } from './row-admission.js';
import { MAX_ROUNDS, rounds } from './rounds.js';

const REPEATED: FieldError = {
  pointer: '/externalId',
  code: 'repeated-too-often',
  detail: `One record may stand ${MAX_ROUNDS} times in a stretch of rows.`,
};

/** The rows of one kind, in rounds, and what is stored of the records of the first round. */
interface Share {
  readonly table: RecordTable;
  readonly inOrder: readonly (readonly FitRow[])[];
  readonly found: ReadonlyMap<FitRow, Stored>;
}

const LOOKS = 5;

/** Stores the rows of one chunk, a few statements for all of them, and tells what became of each. */
@Injectable()
export class ChunkWriter {
  constructor(
    private readonly database: Database,
    private readonly admissions: RowAdmission,
    private readonly participants: ParticipantsService,
    private readonly records: RecordsStore,
    private readonly relations: EmploymentRelations,
  ) {}

  async write(origin: RecordOrigin, rows: readonly ReadRow[], admission = EVERYBODY): Promise<ChunkOutcome> {
    for (let look = 1; look <= LOOKS; look += 1) {
      await this.database.in(origin.pactId).query('savepoint chunk');
      try {
        return await this.attempt(origin, rows, admission);
      } catch (error) {
        if (!(error instanceof RecordsMoved)) throw error;
        await this.database.query('rollback to savepoint chunk');
      }
    }
    throw temporarilyUnavailable();
  }

  /**
   * Records are looked for before the people they are about. So whatever is found stored is about people who are
   * known; and people who turn out to be known only at the end can be part of new records alone.
   */
  private async attempt(
    origin: RecordOrigin,
    rows: readonly ReadRow[],
    admission: Admission,
  ): Promise<ChunkOutcome> {
    const outcome = new ChunkOutcome(rows);
    const fit = await this.admissions.admit(origin, rows.filter(isFit), admission, outcome);
    await this.relations.hold(origin, fit);
    const shares = await this.shares(origin, fit, outcome);
    const cast = await this.participants.admit(origin.pactId, pseudonymsOf(fit));
    if (!admission.strangers && cast.strangers.length > 0) throw temporarilyUnavailable();
    // Who is known now cannot be erased without being noticed; who was not may have been erased a moment ago.
    if ((await this.admissions.erasedAmong(origin, fit, admission)).size > 0) throw new RecordsMoved();
    const participantOf = (row: FitRow) =>
      row.pseudonym === undefined ? undefined : cast.ids.get(row.pseudonym);
    for (const { table, inOrder, found } of shares) {
      for (const [number, round] of inOrder.entries()) {
        const isStored = (row: FitRow): boolean => number > 0 || found.has(row);
        const written = await this.records.write(origin, table, round, { isStored, found, participantOf });
        for (const row of round) outcome.settle(row, participantOf(row), written.get(row)!);
      }
    }
    outcome.touch(await this.relations.settle(origin, fit));
    const replaced = await this.participants.settle(origin.pactId, cast);
    if (replaced.size === 0) return outcome;
    for (const table of this.relations.alsoWritten(shares.map((share) => share.table))) {
      await this.records.reassign(origin.pactId, table, replaced);
    }
    await this.participants.dismiss(origin.pactId, replaced.keys());
    outcome.replace(replaced);
    return outcome;
  }

  private async shares(
    origin: RecordOrigin,
    rows: readonly FitRow[],
    outcome: ChunkOutcome,
  ): Promise<Share[]> {
    const shares: Share[] = [];
    for (const kind of STORED_KINDS) {
      const { inOrder, tooMany } = rounds(rows.filter((row) => row.kind === kind));
      for (const row of tooMany) outcome.reject(row, REPEATED);
      if (inOrder.length === 0) continue;
      const found = await this.records.find(origin, kind.table, inOrder[0] ?? []);
      shares.push({ table: kind.table, inOrder, found });
    }
    return shares;
  }
}
