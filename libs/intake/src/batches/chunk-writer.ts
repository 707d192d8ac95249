import { Injectable } from '@nestjs/common';
import {
  ErasedPeople,
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
import { KINDS } from '../kinds/index.js';
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

const ERASED: FieldError = {
  pointer: '/participant',
  code: 'erased',
  detail: 'The person has been erased after this was received. Nothing of the row was stored.',
};

/** Whom the rows of a chunk may bring into the pact. */
export interface Admission {
  /** False: nobody, and who is not known any more makes the push be tried again. */
  readonly strangers: boolean;
  /** When the rows were received, if that is a while ago: who has been erased since then stays so. */
  readonly receivedAt?: string;
}

const EVERYBODY: Admission = { strangers: true };

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

  /** The name that its source gives the record would tell of the person. */
  rejectErased({ index }: FitRow): void {
    this.placed[index - this.first] = { index, outcome: 'rejected', errors: [ERASED] };
  }

  reject({ index, externalId }: FitRow, error: FieldError): void {
    this.placed[index - this.first] = { index, externalId, outcome: 'rejected', errors: [error] };
  }

  /** People who were taken for new have turned out to be known. */
  replace(participants: ReadonlyMap<string, string>): void {
    for (const [former, present] of participants) if (this.touched.delete(former)) this.touched.add(present);
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
    private readonly erased: ErasedPeople,
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
    const known = await this.withKnownActors(rows.filter(isFit), outcome);
    const fit = await this.withoutErased(origin, known, admission, outcome);
    const shares = await this.shares(origin, fit, outcome);
    const cast = await this.participants.admit(origin.pactId, pseudonymsOf(fit));
    if (!admission.strangers && cast.strangers.length > 0) throw temporarilyUnavailable();
    // Who is known now cannot be erased without being noticed; who was not may have been erased a moment ago.
    if ((await this.erasedAmong(origin, fit, admission)).size > 0) throw new RecordsMoved();
    const participantOf = (row: FitRow) =>
      row.pseudonym === undefined ? undefined : cast.ids.get(row.pseudonym);
    for (const { table, inOrder, found } of shares) {
      for (const [number, round] of inOrder.entries()) {
        const isStored = (row: FitRow): boolean => number > 0 || found.has(row);
        const written = await this.records.write(origin, table, round, { isStored, found, participantOf });
        for (const row of round) outcome.settle(row, participantOf(row), written.get(row)!);
      }
    }
    const replaced = await this.participants.settle(origin.pactId, cast);
    if (replaced.size === 0) return outcome;
    for (const { table } of shares) await this.records.reassign(origin.pactId, table, replaced);
    await this.participants.dismiss(origin.pactId, replaced.keys());
    outcome.replace(replaced);
    return outcome;
  }

  private async withKnownActors(rows: readonly FitRow[], outcome: ChunkOutcome): Promise<readonly FitRow[]> {
    const missing = await this.actors.missing(rows);
    for (const [row, pointer] of missing) outcome.reject(row, { pointer, ...UNKNOWN_ACTOR });
    return missing.size === 0 ? rows : rows.filter((row) => !missing.has(row));
  }

  private async withoutErased(
    origin: RecordOrigin,
    rows: readonly FitRow[],
    admission: Admission,
    outcome: ChunkOutcome,
  ): Promise<readonly FitRow[]> {
    const erased = await this.erasedAmong(origin, rows, admission);
    if (erased.size === 0) return rows;
    const isErased = ({ pseudonym }: FitRow): boolean => pseudonym !== undefined && erased.has(pseudonym);
    for (const row of rows) if (isErased(row)) outcome.rejectErased(row);
    return rows.filter((row) => !isErased(row));
  }

  private async erasedAmong(
    { pactId }: RecordOrigin,
    rows: readonly FitRow[],
    { receivedAt }: Admission,
  ): Promise<ReadonlySet<Pseudonym>> {
    return receivedAt === undefined ? new Set() : this.erased.since(pactId, receivedAt, pseudonymsOf(rows));
  }

  private async shares(
    origin: RecordOrigin,
    rows: readonly FitRow[],
    outcome: ChunkOutcome,
  ): Promise<Share[]> {
    const shares: Share[] = [];
    for (const kind of KINDS) {
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
