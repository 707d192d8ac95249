import type { RecordKind } from '../kinds/define-kind.js';
import { DAY_SCHEMA } from '../kinds/field.js';
import { IDENTITY_SCHEMA } from '../kinds/identity.js';
import { KINDS } from '../kinds/index.js';
import { EXTERNAL_ID_LENGTH, OPERATIONS } from '../rows/row-reader.js';
import { SOURCE_FORM, SOURCE_LENGTH } from './source.js';

/** The JSON schema of a record of one kind, from its one definition. */
const recordSchema = (kind: RecordKind): object => ({
  type: 'object',
  title: kind.title,
  required: ['kind', 'externalId', 'participant', ...kind.required],
  properties: {
    kind: { type: 'string', enum: [kind.kind] },
    externalId: {
      type: 'string',
      minLength: 1,
      maxLength: EXTERNAL_ID_LENGTH,
      description: 'What the source calls this record; unique among its records of the kind.',
    },
    op: {
      type: 'string',
      enum: OPERATIONS,
      default: 'upsert',
      description: 'A withdrawn record (`delete`) needs no other fields; its history is kept.',
    },
    participant: {
      ...IDENTITY_SCHEMA,
      description: 'Scheme `it-cf` is the Italian tax code. Hashed on arrival; never stored, logged or told.',
    },
    confirmedOn: {
      ...DAY_SCHEMA,
      description:
        'The last day for which the source vouches for this. Older than what is stored: nothing changes.',
    },
    ...kind.properties,
  },
  additionalProperties: false,
});

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
    'application/x-ndjson': {
      schema: { description: 'One record a line.', oneOf: RECORDS },
    },
  },
};
