import { LONGEST_URL } from '../limits/server-bounds.js';
import { MOST_ERRORS } from '../problems/problem.js';

const text = (maxLength: number, more: object = {}) => ({ type: 'string' as const, maxLength, ...more });

const POINTER = { description: 'JSON pointer, or `/<name>` of a parameter.' };
const TYPE = {
  description: '`/problems/<slug>`: stable; that page explains it.',
  pattern: '^/problems/[a-z-]+$',
};

const FAULT = {
  type: 'object' as const,
  required: ['pointer', 'code', 'detail'],
  properties: {
    pointer: text(2_000, POINTER),
    code: text(100),
    detail: text(2_000),
    column: text(200, { description: 'Of a table: the column.' }),
    element: text(200, { description: 'Of an XML document: the element.' }),
  },
};

/** The problem document, as the OpenAPI document describes it. Problems may say more: RFC 9457, 3.2. */
export const PROBLEM_SCHEMA = {
  Problem: {
    type: 'object' as const,
    required: ['type', 'title', 'status', 'instance', 'requestId'],
    properties: {
      type: text(100, TYPE),
      title: text(200),
      status: { type: 'integer' as const, format: 'int32', minimum: 400, maximum: 599 },
      detail: text(2_000),
      instance: text(LONGEST_URL),
      requestId: text(200),
      errors: { type: 'array' as const, maxItems: MOST_ERRORS, items: FAULT },
    },
    additionalProperties: true,
  },
};
