import { columnsOf, scoreColumnOf, SCORE, type Column } from '../kinds/columns.js';
import type { JsonObject, RecordKind } from '../kinds/define-kind.js';
import type { RecordField } from '../kinds/field.js';
import { HEAD_FIELDS, type HeadField } from '../kinds/head-fields.js';
import type { RecordKindAnswer, RecordKindSummary } from './record-kind.dto.js';

export const summarise = ({ kind, title }: RecordKind): RecordKindSummary => ({ kind, label: title });

/** A record of the kind that fits. The person is nobody: the tax code is that of the textbooks. */
export const exampleOf = ({ kind, example }: RecordKind): JsonObject => ({
  kind,
  externalId: `${kind}-1`,
  participant: { scheme: 'it-cf', value: 'RSSMRA85T10A562S' },
  ...example,
});

/** The columns of a table of the kind; of domains those that the example has. */
export function templateColumns(kind: RecordKind): Column[] {
  const scored = Object.entries(kind.fields).filter(([, { form }]) => form === 'scores');
  const domains = scored.flatMap(([name]) => Object.keys(kind.example[name] as object));
  const scores = domains.flatMap((domain) => scoreColumnOf(kind, `${SCORE}${domain}`) ?? []);
  return [...columnsOf(kind).values(), ...scores];
}

export function describe(kind: RecordKind): RecordKindAnswer {
  const fields = Object.entries<HeadField | RecordField>({ ...HEAD_FIELDS, ...kind.fields });
  const columns = templateColumns(kind);
  return {
    ...summarise(kind),
    fields: fields.map(([name, { label, required, form, allowed, schema }]) => ({
      name,
      label,
      required,
      type: form,
      ...(allowed && { allowed: [...allowed] }),
      columns: columns.filter(({ path }) => path[0] === name).map((column) => column.name),
      schema,
    })),
    example: exampleOf(kind),
  };
}
