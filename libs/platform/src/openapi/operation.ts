import { applyDecorators, HttpCode, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtension, ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { tellingDeprecation, toldOf, type Deprecation } from './deprecation.js';
import { LONGEST_URL } from '../limits/server-bounds.js';

type Shape = Type<object>;

/** What an operation answers with: a resource, a list of them, or another media type. */
export type AnswerShape = Shape | { list: Shape } | { media: Readonly<Record<string, object>> } | undefined;

export interface OperationOptions {
  /** `noun_verb`, unique and stable: generated clients are named after it. */
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** The line of the policy table that allows it, or `public`. */
  readonly permission: string;
  readonly answer?: AnswerShape;
  readonly status?: number;
  /** Further answers by status, for operations that have more than one success. */
  readonly also?: Readonly<Record<number, Shape | string>>;
  /** The resource is versioned: reads give an ETag, changes need If-Match. */
  readonly versioned?: boolean;
  /** Its answer tells of a person: it is not kept for a repeated request, which is answered anew. */
  readonly isPersonal?: boolean;
  /** It can contradict the state of things (409). Every POST can. */
  readonly conflict?: boolean;
  /** It is on its way out: its answers say so, and so does the document. */
  readonly deprecated?: Deprecation;
}

export const OPERATION = Symbol('operation');

/** Declares one route: what it is called, who may use it, what it answers. Without it the start is refused. */
export function Operation(options: OperationOptions): MethodDecorator {
  const { status = 200, deprecated } = options;
  const description = [deprecated && toldOf(deprecated), options.description].filter(Boolean).join(' ');
  return applyDecorators(
    SetMetadata(OPERATION, options),
    HttpCode(status),
    ApiOperation({
      operationId: options.id,
      summary: options.summary,
      ...(description && { description }),
      ...(deprecated && { deprecated: true }),
    }),
    ...(deprecated ? tellingDeprecation(deprecated) : []),
    ApiExtension('x-patti', {
      permission: options.permission,
      versioned: options.versioned === true,
      conflict: options.conflict === true,
    }),
    ...success(status, options.answer),
    ...Object.entries(options.also ?? {}).flatMap(([code, shape]) =>
      typeof shape === 'string'
        ? [ApiResponse({ status: Number(code), description: shape })]
        : success(Number(code), shape),
    ),
  );
}

function success(status: number, answer: AnswerShape): (ClassDecorator & MethodDecorator)[] {
  const description =
    status === 201 ? 'Created.' : status === 202 ? 'Accepted.' : status === 204 ? 'Done.' : 'Answered.';
  if (answer === undefined) return [ApiResponse({ status, description })];
  if ('media' in answer) {
    const content = Object.fromEntries(
      Object.entries(answer.media).map(([type, schema]) => [type, { schema }]),
    );
    return [ApiResponse({ status, description, content })];
  }
  if ('list' in answer) {
    return [
      ApiExtraModels(answer.list),
      ApiResponse({ status, description, schema: pageSchema(answer.list) }),
    ];
  }
  return [ApiResponse({ status, description, type: answer })];
}

const MOST_ITEMS = 100;
const LONGEST_CURSOR = 1_000;
/** Of an address as it was sent, when every character of it has to be escaped. */
const LONGEST_LINK = 3 * LONGEST_URL;

const pageSchema = (item: Shape): object => ({
  type: 'object',
  required: ['items', '_links'],
  additionalProperties: false,
  properties: {
    items: { type: 'array', maxItems: MOST_ITEMS, items: { $ref: getSchemaPath(item) } },
    nextCursor: { type: 'string', maxLength: LONGEST_CURSOR, description: 'Absent at the end of the list.' },
    _links: {
      type: 'object',
      additionalProperties: false,
      properties: { next: { type: 'string', maxLength: LONGEST_LINK } },
    },
  },
});
