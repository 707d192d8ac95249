import { mayNamePerson } from '#kernel';
import { invalidRequest, type FieldError } from '#platform';
import { columnsOf, scoreColumnOf, SCORE, type Column } from '../../kinds/columns.js';
import type { RecordKind } from '../../kinds/define-kind.js';

/** Names of columns hold no digits but in domains; what does may be a value of a file without a header. */
const TELLABLE = /^(score\.[a-z0-9_.-]{1,50}|[A-Za-z]{1,40})$/;
const isTellable = (name: string): boolean => TELLABLE.test(name) && !mayNamePerson(name);
const MOST_FAULTS = 50;

const fault = (code: string, detail: string, column?: string): FieldError => ({
  pointer: '',
  code,
  detail,
  ...(column !== undefined && { column }),
});

/**
 * The columns that the first row of a file names, in their order.
 * @throws Problem `invalid-request` that names each column that is unknown, stands twice or is missing
 */
export function readHeader(names: readonly string[], kind: RecordKind): Column[] {
  const known = columnsOf(kind);
  const columns = names.map((name) => known.get(name.trim()) ?? scoreColumnOf(kind, name.trim()));
  const faults = columns.some((column) => column !== undefined)
    ? [...unknown(names, columns, kind), ...repeated(columns), ...missing(columns, known, kind)]
    : [fault('no-header', 'The first row must name the columns, and names none of this kind.')];
  if (faults.length > 0) throw invalidRequest(faults.slice(0, MOST_FAULTS));
  return columns as Column[];
}

function unknown(
  names: readonly string[],
  columns: readonly (Column | undefined)[],
  { kind }: RecordKind,
): FieldError[] {
  return names.flatMap((raw, place) => {
    if (columns[place] !== undefined) return [];
    const name = raw.trim();
    const detail = `Column ${place + 1} is no column of the kind ${kind}.`;
    return [fault('unknown-column', detail, isTellable(name) ? name : undefined)];
  });
}

function repeated(columns: readonly (Column | undefined)[]): FieldError[] {
  const seen = new Set<string>();
  return columns.flatMap((column) => {
    if (column === undefined) return [];
    if (seen.has(column.name))
      return [fault('duplicate-column', `The column ${column.name} stands there twice.`, column.name)];
    seen.add(column.name);
    return [];
  });
}

/** Where rows may withdraw records, only their ids are needed: what else a row needs is asked of the row. */
function missing(
  columns: readonly (Column | undefined)[],
  known: ReadonlyMap<string, Column>,
  kind: RecordKind,
): FieldError[] {
  const there = new Set(columns.map((column) => column?.name));
  const needed = there.has('op') ? ['externalId'] : requiredOf(known);
  const faults = needed
    .filter((name) => !there.has(name))
    .map((name) => fault('missing-column', `The column ${name} is needed.`, name));
  const isScored = Object.values(kind.fields).some(({ form }) => form === 'scores');
  const hasScores = [...there].some((name) => name?.startsWith(SCORE));
  if (!isScored || hasScores || there.has('op')) return faults;
  const detail = `At least one column ${SCORE}<domain> is needed.`;
  return [...faults, fault('missing-column', detail, SCORE)];
}

const requiredOf = (known: ReadonlyMap<string, Column>): string[] =>
  [...known.values()].filter(({ required }) => required).map(({ name }) => name);
