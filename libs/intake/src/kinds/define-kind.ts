import type { Day } from '#kernel';
import { NULL_CELL, type Pseudonyms, type RecordTable } from '#pathways';
import type { FieldError } from '#platform';
import type { RecordField } from './field.js';
import { pointerTo, REQUIRED, UNKNOWN_FIELD } from './identity.js';
import type { Label } from './label.js';
import { HEAD_FIELDS } from './head-fields.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Something that must hold between fields, each of which fits by itself. */
export interface Rule extends FieldError {
  readonly isBroken: (record: JsonObject, today: Day) => boolean;
}

/** What a reader of rows brings along. */
export interface Reading {
  readonly pseudonyms: Pseudonyms;
  readonly today: Day;
}

interface Definition {
  readonly kind: string;
  readonly title: Label;
  readonly table: string;
  /** Several of them, as a name in an answer. */
  readonly plural: string;
  readonly fields: Readonly<Record<string, RecordField>>;
  readonly rules?: readonly Rule[];
  /** The kind's own fields of a record that fits. */
  readonly example: JsonObject;
}

/** A place in the cells of a record that names an actor. */
export interface ActorReference {
  readonly cell: number;
  readonly pointer: string;
}

/** A kind of record, compiled from its one definition: how it is checked, stored and described. */
export interface RecordKind {
  readonly kind: string;
  readonly title: Label;
  readonly table: RecordTable;
  readonly fields: Readonly<Record<string, RecordField>>;
  readonly example: JsonObject;
  readonly actorReferences: readonly ActorReference[];
  /** Checks the kind's own fields of a record, adds what does not fit to `errors`, and gives the cells to store, tabs between them. */
  readonly read: (record: JsonObject, errors: FieldError[], reading: Reading) => string;
}

const CHECKED_ELSEWHERE = ['kind', ...Object.keys(HEAD_FIELDS)];

interface Slot {
  readonly name: string;
  readonly field: RecordField;
  readonly cell: number;
}

export function defineKind(definition: Definition): RecordKind {
  const slots: Slot[] = Object.entries(definition.fields).map(([name, field], cell) => ({
    name,
    field,
    cell,
  }));
  const { kind, title, table, plural, fields, example } = definition;
  const columns = slots.map(({ name, field }) => ({
    name: field.column ?? snakeCase(name),
    type: field.type,
  }));
  return {
    kind,
    title,
    fields,
    example,
    table: { kind, name: table, plural, columns },
    actorReferences: slots
      .filter(({ field }) => field.refersToActor)
      .map(({ name, cell }) => ({ cell, pointer: `/${name}` })),
    read: compileReader(slots, definition.rules ?? []),
  };
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function compileReader(slots: readonly Slot[], rules: readonly Rule[]): RecordKind['read'] {
  const bySharedOrOwnName = new Map<string, Slot | undefined>(
    CHECKED_ELSEWHERE.map((name) => [name, undefined]),
  );
  for (const slot of slots) bySharedOrOwnName.set(slot.name, slot);
  const required = slots.filter(({ field }) => field.required).map(({ name }) => name);
  const empty = slots.map(() => NULL_CELL);
  const nothing = empty.join('\t');

  return (record, errors, { pseudonyms, today }) => {
    const cells = empty.slice();
    const before = errors.length;
    for (const name in record) {
      const slot = bySharedOrOwnName.get(name);
      if (slot !== undefined) readField(slot, record[name], cells, errors, pseudonyms);
      else if (!bySharedOrOwnName.has(name)) errors.push({ pointer: pointerTo(name), ...UNKNOWN_FIELD });
    }
    // What a withdrawn record said is of no interest.
    if (record['op'] === 'delete') return nothing;
    for (const name of required)
      if (isMissing(record[name])) errors.push({ pointer: `/${name}`, ...REQUIRED });
    if (errors.length === before) checkRules(rules, { record, today }, errors);
    return cells.join('\t');
  };
}

const isMissing = (value: unknown): boolean => value === undefined || value === null;

function checkRules(
  rules: readonly Rule[],
  { record, today }: { record: JsonObject; today: Day },
  errors: FieldError[],
): void {
  for (const { pointer, code, detail, isBroken } of rules) {
    if (isBroken(record, today)) errors.push({ pointer, code, detail });
  }
}

/** `null` says the same as leaving the field out. */
function readField(
  { name, field, cell }: Slot,
  value: unknown,
  cells: string[],
  errors: FieldError[],
  pseudonyms: Pseudonyms,
): void {
  if (value === null) return;
  const misfit = field.check(value);
  if (misfit === undefined) cells[cell] = field.cell(value, pseudonyms);
  else errors.push({ pointer: `/${name}${misfit.at ?? ''}`, code: misfit.code, detail: misfit.detail });
}
