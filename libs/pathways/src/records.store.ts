import { Injectable } from '@nestjs/common';
import { uuidv7 } from '#kernel';
import { Database, driverFault } from '#platform';
import { arrayOf, NULL_CELL, plainArrayOf, textCell } from './cells.js';
import { statementsFor, type RecordStatements, type RecordTable } from './record-table.js';

/** One record as it is written. */
export interface RecordRow {
  readonly externalId: string;
  readonly confirmedOn: string | undefined;
  /** Withdrawn: it belongs to nobody any more and says nothing. */
  readonly deleted: boolean;
  /** The table's columns in their order, with tabs between them. */
  readonly cells: string;
}

type Verdict = 'created' | 'updated' | 'unchanged' | 'deleted' | 'older';

export interface Written {
  readonly verdict: Verdict;
  readonly id: string;
  /** Whose record it was, where it has changed. */
  readonly formerParticipantId?: string;
}

export interface RecordOrigin {
  readonly pactId: string;
  readonly source: string;
  readonly batchId: string;
}

interface Answer {
  readonly place: number;
  readonly id: string;
  readonly verdict: Verdict;
  readonly formerId: string | null;
}

/** A record as it is stored. */
export interface Stored {
  readonly id: string;
  readonly participantId: string | null;
  readonly content: string;
}

/** What is known of the rows that are written. */
export interface Knowledge<Row> {
  /** Rows whose record is stored; without an entry in `found` it is not known how. */
  readonly isStored: (row: Row) => boolean;
  readonly found: ReadonlyMap<Row, Stored>;
  readonly participantOf: (row: Row) => string | undefined;
}

/** Another transaction has touched the same records since this one looked: look again, from a savepoint. */
export class RecordsMoved extends Error {}

const UNIQUE_VIOLATION = '23505';
/** The person has been erased since it was looked up. */
const FOREIGN_KEY_VIOLATION = '23503';
const MOVED: readonly (string | undefined)[] = [UNIQUE_VIOLATION, FOREIGN_KEY_VIOLATION];

/**
 * Writes records, thousands in one statement, and tells what became of each. Part of a transaction of the caller.
 * `rows`, everywhere: of one kind, no external id twice, in ascending order of external ids. All transactions touch
 * records in that order, so two that meet never wait for each other.
 */
@Injectable()
export class RecordsStore {
  private readonly statements = new Map<RecordTable, RecordStatements>();

  constructor(private readonly database: Database) {}

  /** The records of those rows that have one. */
  async find<Row extends RecordRow>(
    origin: RecordOrigin,
    table: RecordTable,
    rows: readonly Row[],
  ): Promise<Map<Row, Stored>> {
    const externalIds = arrayOf(rows.map((row) => textCell(row.externalId)));
    const { find } = this.statementsOf(table);
    const found = await this.database
      .in(origin.pactId)
      .queryAfresh<Stored & { place: number }>(find, [origin.pactId, origin.source, externalIds]);
    return new Map(found.map((stored) => [rows[stored.place - 1]!, stored]));
  }

  /** @throws RecordsMoved */
  async write<Row extends RecordRow>(
    origin: RecordOrigin,
    table: RecordTable,
    rows: readonly Row[],
    { isStored, found, participantOf }: Knowledge<Row>,
  ): Promise<Map<Row, Written>> {
    const written = new Map<Row, Written>();
    const fresh: Row[] = [];
    const differing: Row[] = [];
    for (const row of rows) {
      const stored = found.get(row);
      if (stored !== undefined && isSame(row, participantOf(row), stored)) {
        written.set(row, { verdict: 'unchanged', id: stored.id });
      } else if (isStored(row)) differing.push(row);
      else fresh.push(row);
    }
    const ids = await this.add(origin, table, fresh, participantOf);
    for (const [index, row] of fresh.entries()) written.set(row, { verdict: 'created', id: ids[index]! });
    const answers = await this.replace(origin, table, differing, participantOf);
    for (const { place, id, verdict, formerId } of answers) {
      const former = formerId !== null && { formerParticipantId: formerId };
      written.set(differing[place - 1]!, { verdict, id, ...former });
    }
    if (written.size < rows.length) throw new RecordsMoved();
    return written;
  }

  /** Gives records that this transaction has written to whom they belong. */
  async reassign(pactId: string, table: RecordTable, replaced: ReadonlyMap<string, string>): Promise<void> {
    const former = plainArrayOf([...replaced.keys()]);
    await this.database
      .in(pactId)
      .queryAfresh(this.statementsOf(table).reassign, [pactId, former, plainArrayOf([...replaced.values()])]);
  }

  private async add<Row extends RecordRow>(
    origin: RecordOrigin,
    table: RecordTable,
    rows: readonly Row[],
    participantOf: Knowledge<Row>['participantOf'],
  ): Promise<string[]> {
    const ids = rows.map(() => uuidv7());
    if (rows.length === 0) return ids;
    const values = [...parametersOf(origin, table, rows, participantOf), plainArrayOf(ids)];
    await this.database
      .in(origin.pactId)
      .queryAfresh(this.statementsOf(table).add, values)
      .catch(tellWhetherMoved);
    return ids;
  }

  private async replace<Row extends RecordRow>(
    origin: RecordOrigin,
    table: RecordTable,
    rows: readonly Row[],
    participantOf: Knowledge<Row>['participantOf'],
  ): Promise<Answer[]> {
    if (rows.length === 0) return [];
    const values = parametersOf(origin, table, rows, participantOf);
    return this.database
      .in(origin.pactId)
      .queryAfresh<Answer>(this.statementsOf(table).replace, values)
      .catch(tellWhetherMoved);
  }

  private statementsOf(table: RecordTable): RecordStatements {
    const known = this.statements.get(table) ?? statementsFor(table);
    this.statements.set(table, known);
    return known;
  }
}

function tellWhetherMoved(error: unknown): never {
  throw MOVED.includes(driverFault(error)?.code) ? new RecordsMoved() : error;
}

const contentOf = (row: RecordRow): string => `${row.deleted}\t${row.confirmedOn ?? NULL_CELL}\t${row.cells}`;

/** Column by column, as arrays: one text each, whatever the number of rows. */
function parametersOf<Row extends RecordRow>(
  { pactId, source, batchId }: RecordOrigin,
  table: RecordTable,
  rows: readonly Row[],
  participantOf: Knowledge<Row>['participantOf'],
): string[] {
  const cells = rows.map((row) => row.cells.split('\t'));
  return [
    pactId,
    source,
    batchId,
    arrayOf(rows.map((row) => textCell(row.externalId))),
    arrayOf(rows.map((row) => participantOf(row) ?? NULL_CELL)),
    arrayOf(rows.map((row) => row.confirmedOn ?? NULL_CELL)),
    arrayOf(rows.map((row) => String(row.deleted))),
    ...table.columns.map((_, index) => arrayOf(cells.map((row) => row[index]!))),
  ];
}

/** Surely the same; what is written differently and means the same is left to the database to compare. */
const isSame = (row: RecordRow, participantId: string | undefined, stored: Stored): boolean =>
  stored.participantId === (participantId ?? null) && stored.content === contentOf(row);
