import type { RecordKind } from './define-kind.js';
import type { Form, RecordField } from './field.js';
import type { Label } from './label.js';
import { isDomain } from './scores.js';
import { HEAD_FIELDS, type HeadField } from './head-fields.js';

/** A column of a table of records: where its cells belong in a record, and how they are written. */
export interface Column {
  readonly name: string;
  /** Names of the members that lead to the value. */
  readonly path: readonly [string] | readonly [string, string];
  readonly form: Exclude<Form, 'identity' | 'scores'>;
  readonly required: boolean;
  readonly label: Label;
  readonly allowed?: readonly string[];
}

export const SCORE = 'score.';

/** What stands before the name of a domain; the rest of the column's name is the partner's word. */
const scoreColumn = (name: string, domain: string, label: Label): Column => ({
  name: `${SCORE}${domain}`,
  path: [name, domain],
  form: 'number',
  required: false,
  label,
});

function columnsOfField(name: string, field: HeadField | RecordField): Column[] {
  const { form, required, label, allowed } = field;
  if (form === 'scores') return [];
  const common = { required, label, ...(allowed && { allowed }) };
  if (form !== 'identity') return [{ name, path: [name], form, ...common }];
  return (['scheme', 'value'] as const).map((part) => ({
    name: `${name}${part[0]!.toUpperCase()}${part.slice(1)}`,
    path: [name, part],
    form: 'text',
    ...common,
  }));
}

/** The columns of a kind by their names; those of domains, which partners name, aside. */
export const columnsOf = (kind: RecordKind): ReadonlyMap<string, Column> =>
  new Map(
    Object.entries<HeadField | RecordField>({ ...HEAD_FIELDS, ...kind.fields })
      .flatMap(([name, field]) => columnsOfField(name, field))
      .map((column) => [column.name, column]),
  );

/** The column for a domain of a kind that has scores, if the name is one. */
export function scoreColumnOf(kind: RecordKind, name: string): Column | undefined {
  const scored = Object.entries(kind.fields).find(([, { form }]) => form === 'scores');
  if (scored === undefined || !name.startsWith(SCORE)) return undefined;
  const domain = name.slice(SCORE.length);
  return isDomain(domain) ? scoreColumn(scored[0], domain, scored[1].label) : undefined;
}
