import { RECORD_TABLES } from '#intake';
import { Instant, Nested, OneOf, Text, Whole } from '#platform';
import { SCHEME_FORM } from '#pathways';
import { camelCase } from './camel-case.rules.js';

/** Looking someone up by its identifier serves that person, or a duty. Nothing else. */
const PURPOSES = ['data_subject_request', 'legal_obligation'] as const;
const COUNT = { min: 0, max: 2_147_483_647 };

export class IdentifierRequest {
  @Text({ max: 64, pattern: SCHEME_FORM, example: 'it-cf' })
  scheme: string;

  @Text({ max: 200, description: 'Hashed on arrival; never stored, logged or told.' })
  value: string;
}

export class DataSubjectRequest {
  @Nested(() => IdentifierRequest)
  identifier: IdentifierRequest;

  @OneOf(PURPOSES)
  purpose: (typeof PURPOSES)[number];
}

export class ErasureAnswer {
  @Instant()
  erasedAt: string;

  @Whole({ ...COUNT, description: 'Pacts in which something was held.' })
  pacts: number;

  @Whole({ ...COUNT, description: 'Records of every kind.' })
  records: number;

  @Whole({ ...COUNT, description: 'Earlier versions of records.' })
  history: number;

  @Whole({ ...COUNT, description: 'Rows of stored batch reports of which only place and outcome are left.' })
  reportedRows: number;
}

/** Bounds of the document: nobody has so much held on them, and what is held is told whole. */
const MOST = 1_000_000;
const many = { type: 'array', maxItems: MOST, items: { type: 'object', additionalProperties: true } };
const MANY = [
  ...RECORD_TABLES.map(({ plural }) => camelCase(plural)),
  'withdrawn',
  'history',
  'qualityFindings',
  'qualitySettlements',
  'accesses',
];

/** All that is held on a person, as it is held: what a table has, this has. */
export const EXPORT_SCHEMA = {
  type: 'object',
  required: ['exportedAt', 'participants', 'pacts'],
  additionalProperties: false,
  properties: {
    exportedAt: { type: 'string', format: 'date-time' },
    participants: { type: 'array', maxItems: MOST, items: { type: 'string', format: 'uuid' } },
    pacts: {
      type: 'array',
      maxItems: MOST,
      items: {
        type: 'object',
        required: ['pactId', 'title', 'since', ...MANY, 'computed', 'batches'],
        additionalProperties: false,
        properties: {
          pactId: { type: 'string', format: 'uuid' },
          title: { type: 'string', maxLength: 200 },
          since: { type: 'string', format: 'date-time' },
          ...Object.fromEntries(MANY.map((name) => [name, many])),
          computed: {
            type: 'object',
            properties: { pathways: many, employment: many, activity: many, progression: many },
          },
          batches: many,
        },
      },
    },
  },
};
