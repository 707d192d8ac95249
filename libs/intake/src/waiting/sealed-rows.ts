import { Injectable } from '@nestjs/common';
import { keysFor, PermanentFailure, Seal, Settings } from '#platform';
import type { RecordKind } from '../kinds/define-kind.js';
import { STORED_KINDS } from '../kinds/index.js';
import { isFit, type ReadRow } from '../rows/row.js';

const kinds = new Map<string, RecordKind>(STORED_KINDS.map((kind) => [kind.kind, kind]));

const withName = (row: ReadRow): object => (isFit(row) ? { ...row, kind: row.kind.kind } : row);

const withKind = (row: { kind?: string }): ReadRow =>
  (row.kind === undefined ? row : { ...row, kind: kinds.get(row.kind) }) as ReadRow;

/** The secret they were sealed under is not known here, or a kind of record is gone. */
const unreadable = (): PermanentFailure => new PermanentFailure('unreadable-rows');

/** Rows that have been read, as they wait: a pseudonym lies in no table that can be read. */
@Injectable()
export class SealedRows {
  private readonly seal: Seal;

  constructor(settings: Settings) {
    this.seal = new Seal(keysFor(settings, 'waiting rows'));
  }

  close(rows: readonly ReadRow[]): Buffer {
    return this.seal.close(JSON.stringify(rows.map(withName)));
  }

  /** @throws PermanentFailure `unreadable-rows` */
  open(sealed: Buffer): ReadRow[] {
    const text = this.seal.open(sealed);
    if (text === undefined) throw unreadable();
    const rows = (JSON.parse(text) as { kind?: string }[]).map(withKind);
    if (rows.some((row) => isFit(row) && row.kind === undefined)) throw unreadable();
    return rows;
  }
}
