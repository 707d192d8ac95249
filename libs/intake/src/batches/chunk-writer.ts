import { Injectable } from '@nestjs/common';
import {
  ParticipantsService,
  RecordsMoved,
  RecordsStore,
  type Pseudonym,
  type RecordOrigin,
  type RecordTable,
  type Stored,
  type Written,
} from '#pathways';
import { Database, temporarilyUnavailable, type FieldError } from '#platform';
import { STORED_KINDS } from '../kinds/index.js';
import { EmploymentRelations } from '../relations/employment-relations.js';
import { isFit, type FitRow, type ReadRow } from '../rows/row.js';
import { ActorCheck } from './actor-check.js';
import type { RowResult } from './batch-report.js';
import { MAX_ROUNDS, rounds } from './rounds.js';

const UNKNOWN_ACTOR = { code: 'unknown-actor', detail: 'There is no actor with this id.' };
const REPEATED: FieldError = {
  pointer: '/externalId',
  code: 'repeated-too-often',
  detail: `One record may stand ${MAX_ROUNDS} times in a stretch of rows.`,
};
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

/** What becomes of a chunk's rows, by their place in it, and whose records change. */
class ChunkOutcome {
  readonly results: RowResult[];
  readonly touched = new Set<string>();
  private readonly first: number;

  constructor(rows: readonly ReadRow[]) {
    this.first = rows[0]?.index ?? 0;
    this.results = Array.from({ length: rows.length });
    for (const row of rows)
      if (!isFit(row)) this.results[row.index - this.first] = { ...row, outcome: 'rejected' };
  }

  reject({ index, externalId }: FitRow, error: FieldError): void {
    this.results[index - this.first] = { index, externalId, outcome: 'rejected', errors: [error] };
  }

  /** People who were taken for new have turned out to be known. */
  replace(participants: ReadonlyMap<string, string>): void {
    for (const [former, present] of participants) if (this.touched.delete(former)) this.touched.add(present);
  }

  touch(participants: readonly string[]): void {
    for (const id of participants) this.touched.add(id);
  }

  settle(row: FitRow, participantId: string | undefined, written: Written): void {
    this.results[row.index - this.first] = resultOf(row, written);
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
    private readonly actors: ActorCheck,
    private readonly participants: ParticipantsService,
    private readonly records: RecordsStore,
    private readonly relations: EmploymentRelations,
  ) {}

  async write(origin: RecordOrigin, rows: readonly ReadRow[]): Promise<ChunkOutcome> {
    for (let look = 1; look <= LOOKS; look += 1) {
      await this.database.in(origin.pactId).query('savepoint chunk');
      try {
        return await this.attempt(origin, rows);
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
  private async attempt(origin: RecordOrigin, rows: readonly ReadRow[]): Promise<ChunkOutcome> {
    const outcome = new ChunkOutcome(rows);
    const fit = await this.withKnownActors(rows.filter(isFit), outcome);
    await this.relations.hold(origin, fit);
    const shares = await this.shares(origin, fit, outcome);
    const cast = await this.participants.admit(origin.pactId, pseudonymsOf(fit));
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

  private async withKnownActors(rows: readonly FitRow[], outcome: ChunkOutcome): Promise<readonly FitRow[]> {
    const missing = await this.actors.missing(rows);
    for (const [row, pointer] of missing) outcome.reject(row, { pointer, ...UNKNOWN_ACTOR });
    return missing.size === 0 ? rows : rows.filter((row) => !missing.has(row));
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

const pseudonymsOf = (rows: readonly FitRow[]): Set<Pseudonym> =>
  new Set(rows.map((row) => row.pseudonym).filter((pseudonym) => pseudonym !== undefined));
