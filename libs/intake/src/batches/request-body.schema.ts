import type { RecordKind } from '../kinds/define-kind.js';
import { KINDS } from '../kinds/index.js';
import { HEAD_FIELDS } from '../kinds/head-fields.js';
import { SOURCE_FORM, SOURCE_LENGTH } from '../sources/source.js';

/** The JSON schema of a record of one kind, from its one definition. */
function recordSchema({ kind, title, fields }: RecordKind): object {
  const all = Object.entries({ ...HEAD_FIELDS, ...fields });
  return {
    type: 'object',
    title: title.en,
    required: ['kind', ...all.filter(([, field]) => field.required).map(([name]) => name)],
    properties: {
      kind: { type: 'string', enum: [kind] },
      ...Object.fromEntries(all.map(([name, field]) => [name, field.schema])),
    },
    additionalProperties: false,
  };
}

const MOST_BYTES = 64 * 1_048_576;
/** As many as the smallest rows that 64 MB can hold: `{},`. */
const MOST_RECORDS = 22_400_000;

const RECORDS = KINDS.map(recordSchema);

/** Rows are checked one by one and told one by one; so a row that does not fit does not make the body unfit. */
export const BATCH_BODY = {
  required: true,
  content: {
    'application/json': {
      schema: {
        type: 'object' as const,
        required: ['records'],
        properties: {
          source: { type: 'string' as const, pattern: SOURCE_FORM.source, maxLength: SOURCE_LENGTH },
          records: {
            type: 'array' as const,
            maxItems: MOST_RECORDS,
            items: { anyOf: [...RECORDS, { type: 'object' as const }] },
          },
        },
        additionalProperties: false,
      },
    },
    'text/csv': {
      schema: {
        type: 'string' as const,
        maxLength: MOST_BYTES,
        description:
          'A header and a row for each record of the `kind` in the address: see `/v1/record-kinds/{kind}/template`.',
      },
    },
    'application/xml': {
      schema: {
        type: 'string' as const,
        maxLength: MOST_BYTES,
        description: 'Mandatory communications of the `profile` in the address: docs/pushing-outcomes.md.',
      },
    },
    'application/x-ndjson': {
      schema: { description: 'One record a line.', oneOf: RECORDS },
    },
  },
};
