import { todayInRome } from '#kernel';
import { normaliseIdentifier, TAX_CODE_SCHEME, type Pseudonym, type Pseudonyms } from '#pathways';
import { checkOneOf, checkText, type Check, type FieldError } from '#platform';
import type { JsonObject, Reading, RecordKind } from '../kinds/define-kind.js';
import { checkDay } from '../kinds/field.js';
import { checkIdentity, composed, REQUIRED, type Identity } from '../kinds/identity.js';
import { KINDS } from '../kinds/index.js';
import { EXTERNAL_ID_LENGTH, OPERATIONS } from '../kinds/head-fields.js';
import { isIdentifierIn } from './identifying.js';
import { keysKept, keysWritten } from './keys.js';
import { Unreadable, type ConvertedRow, type FitRow, type RawRow, type UnfitRow } from './row.js';

const kinds = new Map(KINDS.map((kind) => [kind.kind, kind]));
const checkKind = checkOneOf([...kinds.keys()]);
const checkOperation = checkOneOf(OPERATIONS);
const checkExternalId = checkText({ max: EXTERNAL_ID_LENGTH });

const PSEUDONYMS_KEPT = 20_000;

/** A row can hold thousands of unknown fields. */
export const ERRORS_TOLD = 50;

const error = (pointer: string, code: string, detail: string): FieldError => ({ pointer, code, detail });

export const NOT_JSON = error('', 'malformed-json', 'The row is not valid JSON.');
const NOT_AN_OBJECT = error('', 'wrong-type', 'The row must be an object.');
const KEY_TWICE = error('', 'duplicate-key', 'The row has the same key twice in one object.');
const IDENTIFIER_IN_EXTERNAL_ID = error(
  '/externalId',
  'identifier-in-external-id',
  'The id of a record must not be the identifier of whom it is about: ids are stored and answered.',
);
const NOT_A_TAX_CODE = error(
  '/participant/value',
  'tax-code',
  'This is not a valid Italian tax code of a person.',
);
const BLANK = error('/participant/value', 'blank', 'Blank text is not enough.');
const IN_THE_FUTURE = error(
  '/confirmedOn',
  'in-the-future',
  'Nothing can be confirmed for a day that has not come.',
);

/** Reads the rows of one batch: from text to what is stored, or to everything that does not fit. */
export class RowReader {
  private readonly reading: Reading;
  private readonly known = new Map<string, Pseudonym>();

  constructor(private readonly pseudonyms: Pseudonyms) {
    this.reading = { pseudonyms, today: todayInRome() };
  }

  read(index: number, raw: RawRow): FitRow | UnfitRow {
    if (typeof raw !== 'string') return this.readOther(index, raw);
    const record = parse(raw);
    if (record === undefined) return { index, errors: [NOT_JSON] };
    if (typeof record !== 'object' || record === null || Array.isArray(record))
      return { index, errors: [NOT_AN_OBJECT] };
    const row = this.check(index, record as JsonObject);
    if ('errors' in row || keysWritten(raw) === keysKept(record)) return row;
    return { index, externalId: row.externalId, errors: [KEY_TWICE] };
  }

  private readOther(index: number, raw: ConvertedRow | Unreadable): FitRow | UnfitRow {
    if (raw instanceof Unreadable) return { index, errors: [raw.reason] };
    const row = this.check(index, raw.record, raw.kind);
    if (!('errors' in row)) return row;
    return { ...row, errors: row.errors.map((told) => ({ ...told, ...raw.place(told) })) };
  }

  private check(index: number, record: JsonObject, known?: RecordKind): FitRow | UnfitRow {
    const errors: FieldError[] = [];
    const kind = known ?? this.kindOf(record, errors);
    const externalId = nameOf(record, errors);
    const deleted = member(record, 'op', checkOperation, errors) === 'delete';
    const confirmedOn = this.confirmation(record, errors);
    const pseudonym = this.person(record['participant'], errors, deleted);
    const cells = kind?.read(record, errors, this.reading) ?? '';
    if (errors.length === 0 && kind !== undefined && externalId !== undefined) {
      const person = deleted ? undefined : pseudonym;
      return {
        index,
        externalId: composed(externalId),
        kind,
        deleted,
        confirmedOn,
        pseudonym: person,
        cells,
      };
    }
    return { index, errors: errors.slice(0, ERRORS_TOLD), ...(externalId !== undefined && { externalId }) };
  }

  private kindOf(record: JsonObject, errors: FieldError[]): RecordKind | undefined {
    const kind = member(record, 'kind', checkKind, errors, true);
    return kind === undefined ? undefined : kinds.get(kind);
  }

  private confirmation(record: JsonObject, errors: FieldError[]): string | undefined {
    const day = member(record, 'confirmedOn', checkDay, errors);
    if (day !== undefined && day > this.reading.today) errors.push(IN_THE_FUTURE);
    return day;
  }

  /** A record that is withdrawn need not tell again of whom it was. */
  private person(value: unknown, errors: FieldError[], optional: boolean): Pseudonym | undefined {
    if (value === undefined || value === null) {
      if (!optional) errors.push({ pointer: '/participant', ...REQUIRED });
      return undefined;
    }
    const misfit = checkIdentity(value);
    if (misfit) return void errors.push(error(`/participant${misfit.at}`, misfit.code, misfit.detail));
    const { scheme, value: identifier } = value as Identity;
    const normalised = normaliseIdentifier(scheme, identifier);
    if (normalised) return this.pseudonymOf(scheme, normalised);
    errors.push(scheme === TAX_CODE_SCHEME ? NOT_A_TAX_CODE : BLANK);
    return undefined;
  }

  /** Rows about one person tend to stand together, and a keyed hash costs more than all checks of a row. */
  private pseudonymOf(scheme: string, normalised: string): Pseudonym {
    const name = `${scheme}|${normalised}`;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    if (this.known.size >= PSEUDONYMS_KEPT) this.known.clear();
    const pseudonym = this.pseudonyms.ofPerson(scheme, normalised);
    this.known.set(name, pseudonym);
    return pseudonym;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What is an identifier is no name: it goes no further, so the results cannot tell it either. */
function nameOf(record: JsonObject, errors: FieldError[]): string | undefined {
  const externalId = member(record, 'externalId', checkExternalId, errors, true);
  if (externalId === undefined || !isIdentifierIn(record, externalId)) return externalId;
  errors.push(IDENTIFIER_IN_EXTERNAL_ID);
  return undefined;
}

/** A text field that all kinds have; `null` says the same as leaving it out. */
function member(
  record: JsonObject,
  name: string,
  check: Check,
  errors: FieldError[],
  required = false,
): string | undefined {
  const value = record[name];
  if (value === undefined || value === null) {
    if (required) errors.push({ pointer: `/${name}`, ...REQUIRED });
    return undefined;
  }
  const misfit = check(value);
  if (misfit === undefined) return value as string;
  errors.push({ pointer: `/${name}`, ...misfit });
  return undefined;
}
