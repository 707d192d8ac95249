import type { Pseudonym } from '#pathways';
import type { FieldError } from '#platform';
import type { JsonObject, RecordKind } from '../kinds/define-kind.js';

/** A row as it came: its JSON text, what another format made of it, or why there is nothing. */
export type RawRow = TextRow | ConvertedRow;
export type TextRow = string | Unreadable;
export class Unreadable {
  constructor(readonly reason: FieldError) {}
}

/** Where in a file of another format than JSON something stood, and what is wrong with it as it is written there. */
export type Place = Pick<FieldError, 'column' | 'element'> & Partial<Pick<FieldError, 'detail'>>;

/** A row of another format than JSON, as the record of a known kind that it stands for. */
export class ConvertedRow {
  constructor(
    readonly kind: RecordKind,
    readonly record: JsonObject,
    /** Where in the file stood what a fault of the record points at. */
    readonly place: (fault: FieldError) => Place | undefined,
  ) {}
}

export const MAX_ROW_BYTES = 65_536;

export const TOO_LONG = new Unreadable({
  pointer: '',
  code: 'row-too-long',
  detail: `A row may have ${MAX_ROW_BYTES} bytes.`,
});

/** A row that fits its kind, ready to be stored; the identifier of the person is already gone. */
export interface FitRow {
  readonly index: number;
  readonly externalId: string;
  readonly kind: RecordKind;
  readonly deleted: boolean;
  readonly confirmedOn: string | undefined;
  readonly pseudonym: Pseudonym | undefined;
  readonly cells: string;
}

export interface UnfitRow {
  readonly index: number;
  /** As far as it could be read. */
  readonly externalId?: string;
  readonly errors: readonly FieldError[];
}

export type ReadRow = FitRow | UnfitRow;

export const isFit = (row: ReadRow): row is FitRow => 'cells' in row;
