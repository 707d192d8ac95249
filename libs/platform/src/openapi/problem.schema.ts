/** The problem document, as the OpenAPI document describes it. */
export const PROBLEM_SCHEMA = {
  Problem: {
    type: 'object' as const,
    required: ['type', 'title', 'status', 'instance', 'requestId'],
    properties: {
      type: {
        type: 'string' as const,
        description: '`/problems/<slug>`: stable, explained in docs/problems.md.',
      },
      title: { type: 'string' as const },
      status: { type: 'integer' as const, format: 'int32' },
      detail: { type: 'string' as const },
      instance: { type: 'string' as const },
      requestId: { type: 'string' as const },
      errors: {
        type: 'array' as const,
        items: {
          type: 'object' as const,
          required: ['pointer', 'code', 'detail'],
          properties: {
            pointer: { type: 'string' as const, description: 'JSON pointer, or `/<name>` of a parameter.' },
            code: { type: 'string' as const },
            detail: { type: 'string' as const },
            column: { type: 'string' as const, description: 'Of a table: the column.' },
            element: { type: 'string' as const, description: 'Of an XML document: the element.' },
          },
        },
      },
    },
    additionalProperties: true,
  },
};
